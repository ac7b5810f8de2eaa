import { z } from 'zod';
import { RIGHTS, ROLES } from '../domain/users/rights.ts';
import { command, query } from './define.ts';
import { id } from './shapes.ts';

const person = z.object({
  id,
  login: z.string(),
  fullName: z.string(),
  position: z.string(),
  roles: z.array(z.enum(ROLES)),
  hasPin: z.boolean(),
});

const me = z.object({ user: person.nullable(), rights: z.array(z.enum(RIGHTS)), substitutes: z.array(person) });

/** «Кто работает»: choosing the person who acts in this window. */
export const sessionContract = {
  'session.people': query({ right: 'public', input: z.object({}), output: z.object({ items: z.array(person) }) }),
  'session.me': query({ right: 'public', input: z.object({}), output: me }),
  'session.enter': command({
    right: 'public',
    input: z.object({ login: z.string().max(100), pin: z.string().max(32).optional() }),
    output: me,
    errors: ['session.unknownUser', 'session.wrongPin'],
  }),
  'session.leave': command({ right: 'public', input: z.object({}), output: me }),
};
