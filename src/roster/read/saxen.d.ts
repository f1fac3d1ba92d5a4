/** As much of saxen as is used; it brings no types of its own. */
declare module 'saxen' {
  type Decode = (text: string) => string;
  interface Events {
    openTag: (name: string, attributes: () => Record<string, string>, decode: Decode) => void;
    closeTag: (name: string) => void;
    text: (value: string, decode: Decode) => void;
    cdata: (value: string) => void;
    error: (error: Error) => void;
  }
  export class Parser {
    on<E extends keyof Events>(event: E, handler: Events[E]): this;
    parse(xml: string): void;
  }
}
