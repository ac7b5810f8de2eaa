import { z } from 'zod';

// Schemas may compile themselves with `new Function`, and try whether they can. The window's policy forbids it, rightly;
// so they are told not to try. This stands before every other import of the window: schemas are made while it loads.
z.config({ jitless: true });
