import type { CardField, Statement } from './card-text.ts';
import { addressesOf, isJoinedAddress, LABELS, type Label } from './labels.ts';

type Found = { readonly start: number; readonly end: number; readonly label: Label };

/** Numbering, bullets and quote marks of mail before the first word of a line. */
const LEAD = /^[\s>•·*▪●–—-]*(?:\d{1,2}(?:\.\d{1,2})?[.)]\s+)?/u;

/** A label of our own that we do not know: a few words and a colon. */
const UNKNOWN = /^[\p{Lu}][\p{L}\d .,/()«»"-]{2,60}:(?=\s|$)/u;

/** How far to look around a label; a longer look would make long lines slow. */
const NEAR = 40;

/** Words between two labels that only join them: «ИНН / КПП», «ИНН и КПП». */
const JOINT = /^[\s/\\,|&:№.]*(?:и\s)?[\s/\\,|&:№.]*$/u;

/** Cuts a line into «label: value» pieces; what stands before the first label is a piece without labels. */
export const cutLine = (line: string): Statement[] => {
  const lead = LEAD.exec(line)?.[0].length ?? 0;
  const labels = chooseLabels(line, lead);
  if (labels.length === 0) return cutUnknown(line.slice(lead));
  const pieces: Statement[] = [];
  const before = line.slice(lead, labels[0]?.start ?? lead).trim();
  if (before !== '') pieces.push({ labels: [], labelText: '', value: before });
  labels.forEach((found, index) => {
    const labelText = line.slice(found.start, found.end).trim();
    const value = line.slice(found.end, labels[index + 1]?.start ?? line.length);
    pieces.push({ labels: fieldsOf(found.label, labelText), labelText, value });
  });
  return joinGroups(pieces);
};

const fieldsOf = (label: Label, labelText: string): readonly CardField[] =>
  isJoinedAddress(label) ? addressesOf(labelText.toLowerCase()) : label.fields;

const cutUnknown = (line: string): Statement[] => {
  const text = line.trim();
  if (text === '') return [];
  const label = UNKNOWN.exec(text)?.[0];
  if (label === undefined) return [{ labels: [], labelText: '', value: text }];
  return [{ labels: ['unknown'], labelText: label.slice(0, -1), value: text.slice(label.length).trim() }];
};

/** All labels of the line, left to right, without overlaps: the earlier wins, then the longer. */
const chooseLabels = (line: string, lead: number): Found[] => {
  const lower = line.toLowerCase();
  // A letter may change its length in lower case; no letter of a card does, but positions must never drift.
  if (lower.length !== line.length) return [];
  const found: Found[] = [];
  for (const label of LABELS) {
    for (const match of lower.matchAll(label.pattern)) {
      found.push({ label, start: match.index, end: match.index + match[0].length });
    }
  }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const chosen: Found[] = [];
  let freeFrom = lead;
  for (const one of found) {
    if (one.start < freeFrom || !standsRight(line, one, lead, chosen.at(-1)?.end ?? -1)) continue;
    chosen.push(one);
    freeFrom = one.end;
  }
  return chosen;
};

const standsRight = (line: string, { label, start, end }: Found, lead: number, lastEnd: number): boolean => {
  if (label.place === 'anywhere') return true;
  const after = line.slice(end, end + NEAR);
  const hasColon = /^\s*[:=–—\t]|^\s+-\s|^\s*$/u.test(after);
  const isFirst = start === lead || (lastEnd >= 0 && start - lastEnd <= NEAR && JOINT.test(line.slice(lastEnd, start)));
  if (isFirst) return label.place === 'start' ? /^(?:\s|[:=–—№(-]|$)/u.test(after) : hasColon;
  // In running text a label of this kind stands after a separator and has its colon.
  return /[,;.|\t]\s*$|\s{3,}$/u.test(line.slice(Math.max(0, start - NEAR), start)) && /^\s*:/u.test(after);
};

/** «ИНН/КПП: 1/2»: labels with nothing but a joint between them share the value of the last. */
const joinGroups = (pieces: readonly Statement[]): Statement[] => {
  const joined: Statement[] = [];
  let waiting: readonly CardField[] = [];
  pieces.forEach((piece, index) => {
    const isLast = index === pieces.length - 1;
    if (
      piece.labels.length > 0 &&
      !isLast &&
      piece.value.length <= NEAR &&
      JOINT.test(piece.value) &&
      !piece.labels.includes('section')
    ) {
      waiting = [...waiting, ...piece.labels];
      return;
    }
    joined.push({ ...piece, labels: [...waiting, ...piece.labels], value: cleanValue(piece.value) });
    waiting = [];
  });
  return joined;
};

const cleanValue = (value: string): string => value.replace(/^[\s:=№–—-]+/u, '').trim();
