/** Imported before anything that makes a schema: zod must not try `new Function`, which the security policy refuses. */
import { z } from 'zod';

z.config({ jitless: true });
