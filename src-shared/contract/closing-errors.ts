import { z } from 'zod';

const text = z.string();

/** Refusals of signing, sending, reception, comparison and printing; `errors.ts` takes them in. */
export const CLOSING_ERRORS = {
  'paper.move': z.object({ document: text, move: text, reason: text }),
  'signing.noAuthority': z.object({ document: text, reason: text }),
  'signing.notAllowed': z.object({ document: text, who: text }),
  'signing.otherVersion': z.object({ document: text, version: z.number() }),
  'signing.comparison': z.object({ document: text, count: z.number() }),
  'approval.nobody': z.object({ who: text }),
  'approval.notYours': z.object({ document: text }),
  'approval.comment': z.object({ document: text }),
  'post.track': z.object({ track: text, reason: text }),
  'post.trackTaken': z.object({ track: text, party: text }),
  'closing.open': z.object({ order: text }),
  'sending.nothing': z.object({}),
  'sending.twoParties': z.object({ first: text, second: text }),
  'sending.noAddress': z.object({ party: text }),
  'envelope.unknown': z.object({ id: text }),
  'letter.unknown': z.object({ id: text }),
  'letter.sent': z.object({ subject: text }),
  'code.wrong': z.object({ code: text, reason: text }),
  'code.foreign': z.object({ code: text }),
  'scan.notPdf': z.object({ file: text }),
  'scan.tooLong': z.object({ file: text, pages: z.number(), limit: z.number() }),
  'scan.unreadable': z.object({ file: text }),
  'scan.unknown': z.object({ id: text }),
  'scan.settled': z.object({ file: text }),
  'comparison.format': z.object({ file: text }),
  'comparison.noText': z.object({ file: text }),
  'comparison.unknown': z.object({ id: text }),
  'comparison.judged': z.object({ document: text }),
  'print.nothing': z.object({}),
  'print.unknown': z.object({ id: text }),
  'print.sheet': z.object({ sheet: z.number(), sheets: z.number() }),
  'print.noPdf': z.object({ document: text }),
} as const;
