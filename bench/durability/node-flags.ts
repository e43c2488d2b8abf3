/** How `npm start` and the container start Node. */
export const NODE_FLAGS = ["--max-semi-space-size=4"];
