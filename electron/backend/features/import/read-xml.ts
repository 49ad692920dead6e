/// <reference path="./saxen.d.ts" />
import type { Readable } from 'node:stream'
import { Parser } from 'saxen'
import type { ImportProgress } from '../../../../shared/features/import/contract.ts'
import type { Work } from '../../running-work.ts'

type XmlHandler = {
  /** Names come without a prefix. */
  open?(name: string, attributes: () => Record<string, string>): void
  close?(name: string): void
  text?(text: string): void
  /** True when nothing further is wanted. */
  done?(): boolean
}

/**
 * Parses an XML document out of a stream, piece by piece. Entities that it declares are not expanded, so it cannot fill the memory.
 */
export async function readXml(stream: Readable, handler: XmlHandler, work: Work<ImportProgress>): Promise<void> {
  const parser = new Parser()
  parser.on('error', error => {
    throw error
  })
  parser.on('openTag', (name, attributes, decode) => handler.open?.(bare(name), () => decoded(attributes(), decode)))
  parser.on('closeTag', name => handler.close?.(bare(name)))
  if (handler.text) {
    const onText = handler.text.bind(handler)
    parser.on('text', (text, decode) => onText(decode(text)))
    parser.on('cdata', text => onText(text))
  }
  const decoder = new TextDecoder('utf-8')
  try {
    for await (const chunk of stream) {
      parser.write(decoder.decode(chunk as Uint8Array, { stream: true }))
      if (handler.done?.()) return
      await work.pause()
    }
    parser.end()
  } finally {
    stream.destroy()
  }
}

function bare(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

function decoded(attributes: Record<string, string>, decode: (text: string) => string): Record<string, string> {
  for (const name in attributes) {
    const value = attributes[name] ?? ''
    if (value.includes('&')) attributes[name] = decode(value)
  }
  return attributes
}
