import { issueTexts } from '#renderer/text/issue-texts.ts';
import { Button } from '#renderer/ui/button.tsx';
import { ProblemLine } from '#renderer/ui/problem-line.tsx';
import { orderTexts } from '#renderer/text/order-texts.ts';
import { LinkButton } from '#renderer/ui/link-button.tsx';
import styles from './issue-result.module.css';
import { Refusal } from './refusal.tsx';
import { useOpenDocument } from './use-open-document.ts';
import type { IssueOutcome } from './use-issue.ts';

type IssueResultProps = { readonly outcome: IssueOutcome; readonly onClose: () => void };

/** What came of the blue button: documents with their files, then what was refused and why. */
export const IssueResult = ({ outcome, onClose }: IssueResultProps) => {
  const { open, error } = useOpenDocument();
  const { issued, problems, refused } = outcome;
  const notMade = problems.filter(({ data, code }) => data['severity'] === undefined && code !== 'document.stale');
  return (
    <div className={styles.result} role="status">
      {issued.length > 0 && (
        <ProblemLine framed tone="mended" mend={{ label: orderTexts.card.hideHints, onClick: onClose }}>
          {issueTexts.result(issued.map(({ title, number }) => `${title} № ${number}`))}
        </ProblemLine>
      )}
      <ul className={styles.files} aria-label={orderTexts.card.files}>
        {issued.map(({ id, files }) => (
          <li key={id} className={styles.file}>
            {files[0]?.name.replace(/\.\w+$/u, '')}
            {files.map((file) => (
              <LinkButton key={file.format} onClick={() => void open(id, file.format)}>
                {file.format}
              </LinkButton>
            ))}
          </li>
        ))}
      </ul>
      {notMade.map((problem) => (
        <ProblemLine key={`${problem.code} ${problem.where}`} framed tone="warns">
          {problem.message}
        </ProblemLine>
      ))}
      {refused.map(({ number, error: refusal }) => (
        <Refusal
          key={number}
          error={refusal}
          actions={
            <Button size="s" onClick={onClose}>
              {orderTexts.card.hideHints}
            </Button>
          }
        />
      ))}
      {error && <Refusal error={error} />}
    </div>
  );
};
