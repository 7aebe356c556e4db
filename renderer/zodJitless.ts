import { z } from "zod";

// Imported before anything that makes a schema: zod otherwise probes `new Function`, which the
// content security policy refuses and the console reports.
z.config({ jitless: true });
