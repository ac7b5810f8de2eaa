/**
 * Drives Word; it is the same text at every run, and all that changes comes in the file `$JobFile`
 * (`{ "files": [{ "docx": "…", "pdf": "…" }] }`, UTF-8). Latin letters only: Windows PowerShell reads a script without a
 * byte order mark in the local code page.
 *
 * It prints `pid <number>` of its own Word first. Word started through COM is not a child of PowerShell, so this line is
 * the only safe way to end a Word that hangs; a search by name could end the one in which a person types.
 * A document that Word refuses is passed over. If Word itself is gone, closing the document throws and the script fails.
 * AutomationSecurity 3 switches macros off, the needless password keeps Word from asking for one, 17 is PDF.
 */
export const WORD_SCRIPT = `param([Parameter(Mandatory = $true)][string] $JobFile)
$ErrorActionPreference = 'Stop'
$job = [System.IO.File]::ReadAllText($JobFile) | ConvertFrom-Json
Add-Type -Namespace Komplekt -Name Windows -MemberDefinition '[DllImport("user32.dll")] public static extern uint GetWindowThreadProcessId(System.IntPtr window, out uint processId);'
$word = New-Object -ComObject Word.Application
try {
  $word.Visible = $false
  $word.DisplayAlerts = 0
  $word.AutomationSecurity = 3
  $blank = $word.Documents.Add()
  $wordPid = [uint32] 0
  [void] [Komplekt.Windows]::GetWindowThreadProcessId([System.IntPtr] $word.ActiveWindow.Hwnd, [ref] $wordPid)
  [Console]::Out.WriteLine("pid $wordPid")
  $blank.Saved = $true
  $blank.Close()
  foreach ($file in $job.files) {
    $document = $null
    try {
      $document = $word.Documents.Open($file.docx, $false, $true, $false, 'none')
      $document.ExportAsFixedFormat($file.pdf, 17)
    } catch {
      [Console]::Out.WriteLine("refused $($_.Exception.HResult)")
    } finally {
      if ($null -ne $document) {
        $document.Saved = $true
        $document.Close()
      }
    }
  }
} finally {
  $word.Quit()
  [void] [System.Runtime.InteropServices.Marshal]::FinalReleaseComObject($word)
}
`;

/** The process id of the script's own Word; null while it is not known. */
export const parseWordPid = (output: string): number | null => {
  const pid = Number(/^pid (\d+)\r?$/mu.exec(output)?.[1] ?? 0);
  return pid > 0 ? pid : null;
};
