import { EditMap } from "micromark-util-edit-map";

const { consume } = EditMap.prototype;

/**
 * The parser copies all events that it has whenever a quote, an underlined heading or a list in a list ends: in a long
 * file, its work grows with the square of them. From here on it copies those behind the first edit.
 */
export function makeEditsLinear(): void {
  EditMap.prototype.consume = function consumeTail(events) {
    const first = this.map.reduce((least, [at]) => Math.min(least, at), events.length);
    const tail = events.splice(first);
    for (const change of this.map) change[0] -= first;
    consume.call(this, tail);
    for (const event of tail) events.push(event);
    return undefined;
  };
}
