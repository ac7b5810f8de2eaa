import { useState } from 'react';
import type { InputOf } from '#shared/contract/index.ts';
import { useClient } from '#renderer/bridge/client-context.ts';
import { previewTexts } from '#renderer/text/preview-texts.ts';
import { errorText } from '#shared/text/error-texts.ts';
import { LinkButton } from '#renderer/ui/link-button.tsx';
import { useToasts } from '#renderer/ui/toasts.tsx';
import { saveFile } from '../save-file.ts';
import { shortTitle } from '../order-row.ts';

type ExactPagesProps = Pick<InputOf<'packs.pages'>, 'orderId' | 'kind'> & { readonly number: string };

/** The page as the PDF engine breaks it: a file, because a frame without scripts has no viewer. */
export const ExactPages = ({ orderId, kind, number }: ExactPagesProps) => {
  const client = useClient();
  const { show } = useToasts();
  const [refused, setRefused] = useState<string | null>(null);
  const make = async () => {
    const answer = await client.call('packs.pages', { orderId, kind });
    setRefused(answer.ok ? null : errorText(answer.error));
    if (!answer.ok) return;
    saveFile(previewTexts.pdfName(shortTitle(kind), number), answer.value.pdf);
    show({ text: answer.value.isDraft ? previewTexts.pagesDraft : previewTexts.pageCount(answer.value.pages) });
  };
  if (refused !== null) return <span title={refused}>{refused}</span>;
  return <LinkButton onClick={() => void make()}>{previewTexts.pages}</LinkButton>;
};
