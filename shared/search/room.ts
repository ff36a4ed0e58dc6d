/**
 * Room to work a question out in: arrays by a document's number in the index. Most questions touch few of very many
 * documents, so that the arrays are kept and only what was touched is cleared, in place of new ones for each question.
 */
export class Room {
  readonly capacity: number;
  /** How many of the groups each document meets … */
  readonly met: Uint16Array;
  /** … and how many of those that are not quiet. */
  readonly loud: Uint16Array;
  /** The last group that each document met, counting from 1; 0 = none. */
  readonly seen: Uint16Array;
  /** 1 = something that is not quiet stands in what is said. */
  readonly said: Uint8Array;
  /** Documents for which any of these is not 0, each once, in no order. */
  readonly touched: Int32Array;
  reached = 0;
  /** 1 while a document is being scored. */
  readonly wanted: Uint8Array;
  /** Of documents that were scored: what they score … */
  readonly scores: Float64Array;
  /** … and 1 where something that is not quiet is said in or around them. Of others both say nothing. */
  readonly near: Uint8Array;

  constructor(capacity: number) {
    this.capacity = capacity;
    this.met = new Uint16Array(capacity);
    this.loud = new Uint16Array(capacity);
    this.seen = new Uint16Array(capacity);
    this.said = new Uint8Array(capacity);
    this.touched = new Int32Array(capacity);
    this.wanted = new Uint8Array(capacity);
    this.near = new Uint8Array(capacity);
    this.scores = new Float64Array(capacity);
  }

  /** The documents that meet something, in the order of their numbers. */
  numbers(): Int32Array {
    if (this.reached * SPARSE < this.capacity) return this.touched.slice(0, this.reached).sort();
    const numbers = new Int32Array(this.reached);
    let found = 0;
    for (let number = 0; number < this.capacity; number++)
      if (this.seen[number] !== 0) numbers[found++] = number;
    return numbers;
  }

  /** The document meets more than its words do. */
  raise(number: number, by: number): void {
    if (this.seen[number] === 0 && this.met[number] === 0) this.touched[this.reached++] = number;
    this.met[number] = (this.met[number] as number) + by;
  }

  clear(): void {
    for (let at = 0; at < this.reached; at++) {
      const number = this.touched[at] as number;
      this.met[number] = 0;
      this.loud[number] = 0;
      this.seen[number] = 0;
      this.said[number] = 0;
    }
    this.reached = 0;
  }
}
/** Fewer than one in so many are sorted quicker than all are looked through. */
const SPARSE = 16;

/** Rooms that are free. Whoever does not give one back (a question that was withdrawn) leaves it to be collected. */
export class Rooms {
  #free: Room[] = [];

  take(capacity: number): Room {
    const room = this.#free.pop();
    return room && room.capacity >= capacity ? room : new Room(roomy(capacity));
  }

  give(room: Room): void {
    room.clear();
    this.#free.push(room);
  }
}

/** Some more than is needed now, so that documents can come without new room for each. */
function roomy(capacity: number): number {
  return capacity + (capacity >> 3) + 64;
}
