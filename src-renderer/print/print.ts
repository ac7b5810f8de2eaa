import { renderAsync } from 'docx-preview';

/**
 * The page behind a draft PDF: draws the one document that its host serves beside it, and then takes the title by
 * which the host knows that it may print. A document that cannot be drawn leaves the title as it was.
 */
const response = await fetch('./document.docx');
await renderAsync(await response.blob(), document.body, document.head, {
  inWrapper: false,
  useBase64URL: true,
  renderHeaders: true,
  renderFooters: true,
});
await document.fonts.ready;
document.title = 'drawn';
