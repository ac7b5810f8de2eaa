import type { z } from 'zod';
import { baseContract } from './base.ts';
import { debtsContract } from './debts.ts';
import { batchesContract } from './batches.ts';
import { closingContract } from './closing.ts';
import { comparisonContract } from './comparison.ts';
import { documentsContract } from './documents.ts';
import { facsimilesContract } from './facsimiles.ts';
import { incomingContract } from './incoming.ts';
import { oneCContract } from './one-c.ts';
import { ordersContract } from './orders.ts';
import { packRulesContract } from './pack-rules.ts';
import { papersContract } from './papers.ts';
import { paymentsContract } from './payments.ts';
import { printQueueContract } from './print-queue.ts';
import { processesContract } from './processes.ts';
import { receptionContract } from './reception.ts';
import { recordsContract } from './records.ts';
import { sendingContract } from './sending.ts';
import { sessionContract } from './session.ts';
import { signingContract } from './signing.ts';
import { statementsContract } from './statements.ts';
import { tasksContract } from './tasks.ts';
import { syncContract } from './sync.ts';
import { templatesContract } from './templates.ts';

/** Every call that the core answers, by name. The same calls run in process, over Electron's IPC and over WebSocket. */
export const contract = {
  ...sessionContract,
  ...ordersContract,
  ...documentsContract,
  ...batchesContract,
  ...incomingContract,
  ...facsimilesContract,
  ...papersContract,
  ...packRulesContract,
  ...statementsContract,
  ...paymentsContract,
  ...debtsContract,
  ...templatesContract,
  ...baseContract,
  ...oneCContract,
  ...processesContract,
  ...tasksContract,
  ...recordsContract,
  ...signingContract,
  ...closingContract,
  ...syncContract,
  ...sendingContract,
  ...receptionContract,
  ...comparisonContract,
  ...printQueueContract,
};

export type Contract = typeof contract;
export type MethodName = keyof Contract;
/** What a caller gives: defaults may be left out. */
export type InputOf<Name extends MethodName> = z.input<Contract[Name]['input']>;
/** What a handler receives after the check. */
export type ParsedInputOf<Name extends MethodName> = z.output<Contract[Name]['input']>;
export type OutputOf<Name extends MethodName> = z.output<Contract[Name]['output']>;

export const isMethodName = (name: string): name is MethodName => Object.hasOwn(contract, name);
