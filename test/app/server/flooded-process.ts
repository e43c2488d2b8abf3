// The app's server in a process of its own, whose memory can be measured. Tells its port.
import { serveProbot } from "./served-probot.ts";

const { url, received } = await serveProbot();
process.on("message", () => process.send?.({ received }));
process.send?.({ url });
process.on("disconnect", () => process.exit(0));
