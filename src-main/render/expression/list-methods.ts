import { fail } from './problem.ts';
import { charge, limitArrayLength, limitText, requireSimple, type Callback } from './run.ts';
import { numberArgument, type MethodCall } from './text-methods.ts';

export type ListMethod = (list: readonly unknown[], call: MethodCall) => unknown;
export type CallbackMethod = (list: readonly unknown[], callback: Callback, call: MethodCall) => unknown;

function joined(list: readonly unknown[], call: MethodCall): string {
  const separator = call.args[0] === undefined ? ',' : String(requireSimple(call.args[0], call.position));
  let text = '';
  for (const [index, item] of list.entries()) {
    const simple = requireSimple(item, call.position);
    text += (index === 0 ? '' : separator) + (simple ?? '');
    limitText(text, call.position);
  }
  return text;
}

function concatenated(list: readonly unknown[], call: MethodCall): unknown[] {
  return limited(list.concat(...call.args), call);
}

function limited(list: unknown[], call: MethodCall): unknown[] {
  charge(call.run, list.length, call.position);
  limitArrayLength(list.length, call.position);
  return list;
}

/** `reverse` and `sort` answer with a copy: the data of a document never changes while it is printed. */
const reversed: ListMethod = (list, call) => limited(list.toReversed(), call);

const sortedByText: ListMethod = (list, call) => {
  charge(call.run, list.length * Math.ceil(Math.log2(list.length + 2)), call.position);
  // Without a comparison JavaScript sorts by text, code unit by code unit, and so do we; «undefined» comes last.
  const texts = list.map((item) => ({ item, text: String(requireSimple(item, call.position)) }));
  return texts.toSorted(byText).map(({ item }) => item);
};

function byText(a: { item: unknown; text: string }, b: { item: unknown; text: string }): number {
  if (a.item === undefined || b.item === undefined) return Number(a.item === undefined) - Number(b.item === undefined);
  if (a.text === b.text) return 0;
  return a.text < b.text ? -1 : 1;
}

const sortedBy: CallbackMethod = (list, callback) => list.toSorted((a, b) => Number(callback(a, b)));

/** Methods of lists that take values. */
export const LIST_METHODS: ReadonlyMap<string, ListMethod> = new Map<string, ListMethod>([
  ['at', (list, call) => list.at(numberArgument(call, 0) ?? 0)],
  ['concat', concatenated],
  ['flat', (list, call) => limited(list.flat(), call)],
  ['includes', (list, call) => list.includes(call.args[0])],
  ['indexOf', (list, call) => list.indexOf(call.args[0])],
  ['join', joined],
  ['lastIndexOf', (list, call) => list.lastIndexOf(call.args[0])],
  ['reverse', reversed],
  ['slice', (list, call) => limited(list.slice(numberArgument(call, 0), numberArgument(call, 1)), call)],
  ['sort', sortedByText],
  ['toReversed', reversed],
  ['toSorted', sortedByText],
]);

function reduced(list: readonly unknown[], callback: Callback, call: MethodCall): unknown {
  if (call.args.length > 1) return list.reduce((sum, item, index) => callback(sum, item, index), call.args[1]);
  if (list.length === 0) return fail('template.expression.badArgument', call.position, { what: 'reduce' });
  return list.reduce((sum, item, index) => callback(sum, item, index));
}

/** Methods of lists whose first argument is an arrow function or an allowed function. */
export const CALLBACK_METHODS: ReadonlyMap<string, CallbackMethod> = new Map<string, CallbackMethod>([
  ['every', (list, callback) => list.every((item, index) => callback(item, index, list))],
  ['filter', (list, callback) => list.filter((item, index) => callback(item, index, list))],
  ['find', (list, callback) => list.find((item, index) => callback(item, index, list))],
  ['findIndex', (list, callback) => list.findIndex((item, index) => callback(item, index, list))],
  ['findLast', (list, callback) => list.findLast((item, index) => callback(item, index, list))],
  [
    'flatMap',
    (list, callback, call) =>
      limited(
        list.flatMap((item, index) => callback(item, index, list)),
        call,
      ),
  ],
  ['map', (list, callback) => list.map((item, index) => callback(item, index, list))],
  ['reduce', reduced],
  ['some', (list, callback) => list.some((item, index) => callback(item, index, list))],
  ['sort', sortedBy],
  ['toSorted', sortedBy],
]);

/** Methods whose answer is a list of the same items: the linter follows fields through them. */
export const SAME_ITEMS: ReadonlySet<string> = new Set([
  'concat',
  'filter',
  'reverse',
  'slice',
  'sort',
  'toReversed',
  'toSorted',
]);

/** Methods whose answer is one item. */
export const ONE_ITEM: ReadonlySet<string> = new Set(['at', 'find', 'findLast']);
