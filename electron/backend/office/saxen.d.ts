declare module 'saxen' {
  type Decode = (text: string) => string
  /** The part of the parser used here; `parse` and `write` throw what an error hook throws. */
  export class Parser {
    on(hook: 'openTag', hear: (name: string, attributes: () => Record<string, string>, decode: Decode) => void): this
    on(hook: 'closeTag', hear: (name: string) => void): this
    on(hook: 'text', hear: (text: string, decode: Decode) => void): this
    on(hook: 'cdata', hear: (text: string) => void): this
    on(hook: 'attention', hear: () => void): this
    on(hook: 'error', hear: (error: Error) => void): this
    parse(xml: string): this
    write(xml: string): this
    end(): this
    stop(): void
  }
}
