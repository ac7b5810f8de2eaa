import { z } from 'zod';
import { RIGHTS, ROLES } from '../domain/users/rights.ts';
import { command, query } from './define.ts';
import { commandId, date, id } from './shapes.ts';

export const baseContract = {
  'base.info': query({
    right: 'public',
    input: z.object({}),
    output: z.object({
      name: z.string(),
      isDemo: z.boolean(),
      today: date,
      version: z.string(),
      pdfEngine: z.enum(['word', 'libreoffice', 'chromium']).nullable(),
      orders: z.number(),
      counterparties: z.number(),
      documents: z.number(),
    }),
  }),
  'base.doctor': query({
    right: 'public',
    input: z.object({}),
    output: z.object({
      ok: z.boolean(),
      checks: z.array(z.object({ name: z.string(), ok: z.boolean(), detail: z.string() })),
    }),
  }),
  'base.backup': command({
    right: 'base.backup',
    input: z.object({ commandId }),
    output: z.object({ file: z.string(), bytes: z.number(), verified: z.boolean() }),
    errors: ['backup.failed', 'disk.full'],
  }),
  /** Fills an empty base with the demonstration companies, people and orders; dates stand relative to `today`. */
  'base.fillDemo': command({
    right: 'public',
    /** `withPapers` also issues the packs of the past months, as the office did in its time. */
    input: z.object({ commandId, today: date, withPapers: z.boolean().default(false) }),
    output: z.object({ orders: z.number() }),
    errors: ['base.exists'],
  }),
  'base.clearDemo': command({
    right: 'base.clearDemo',
    input: z.object({ commandId }),
    output: z.object({ cleared: z.boolean() }),
    errors: ['base.notDemo'],
  }),
  'users.save': command({
    right: 'users.edit',
    input: z.object({
      commandId,
      login: z.string().min(1).max(100),
      fullName: z.string().min(1).max(200),
      position: z.string().max(200),
      roles: z.array(z.enum(ROLES)),
      isActive: z.boolean(),
      /** Null takes the PIN away, absent leaves it as it was. */
      pin: z
        .string()
        .regex(/^\d{4,12}$/u)
        .nullable()
        .optional(),
    }),
    output: z.object({ id }),
  }),
  'users.substitute': command({
    right: 'users.edit',
    input: z.object({ commandId, absent: z.string(), substitute: z.string(), from: date, to: date }),
    output: z.object({ id }),
    errors: ['session.unknownUser'],
  }),
  'users.setRoleRights': command({
    right: 'users.edit',
    input: z.object({ commandId, role: z.enum(ROLES), rights: z.array(z.enum(RIGHTS)) }),
    output: z.object({ role: z.enum(ROLES) }),
  }),
};
