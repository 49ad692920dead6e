/// <reference path="./saxen.d.ts" />
import { Parser } from 'saxen'

/** An element of Word or Excel; names keep their prefix. Comments and processing instructions are dropped. */
export type XmlElement = {
  name: string
  attributes: Record<string, string>
  children: XmlNode[]
  parent: XmlElement | null
}
type XmlNode = XmlElement | string

/** Thrown for a document type declaration: entities are never expanded. */
export class XmlRefused extends Error {}

/** The root of a valid document. @throws XmlRefused; another Error if it is invalid */
export function parseXml(text: string): XmlElement {
  const top: XmlElement = { name: '', attributes: {}, children: [], parent: null }
  let open = top
  const parser = new Parser()
  parser.on('error', error => {
    throw error
  })
  parser.on('attention', () => {
    throw new XmlRefused('a document type is declared')
  })
  parser.on('openTag', (name, attributes, decode) => {
    const found = attributes()
    const own: Record<string, string> = {}
    for (const key of Object.keys(found)) own[key] = decode(found[key] ?? '')
    const element: XmlElement = { name, attributes: own, children: [], parent: open }
    open.children.push(element)
    open = element
  })
  parser.on('closeTag', () => {
    open = open.parent ?? top
  })
  parser.on('text', (words, decode) => {
    if (open !== top) open.children.push(decode(words))
  })
  parser.on('cdata', words => {
    open.children.push(words)
  })
  parser.parse(text.replace(/^\ufeff/, ''))
  const root = top.children.find(node => typeof node !== 'string')
  if (!root || open !== top) throw new Error('no whole document')
  root.parent = null
  return root
}

export function writeXml(root: XmlElement): string {
  const out = ['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n']
  write(root, out)
  return out.join('')
}

function write(node: XmlNode, out: string[]): void {
  if (typeof node === 'string') {
    out.push(escaped(node))
    return
  }
  out.push('<', node.name)
  for (const [key, value] of Object.entries(node.attributes))
    out.push(' ', key, '="', escaped(value).replace(/"/g, '&quot;').replace(/\n/g, '&#10;').replace(/\t/g, '&#9;'), '"')
  if (node.children.length === 0) {
    out.push('/>')
    return
  }
  out.push('>')
  for (const child of node.children) write(child, out)
  out.push('</', node.name, '>')
}

/** Characters that XML cannot contain are dropped. */
function escaped(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is searched
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/\r/g, '&#13;')
  )
}

export function localName({ name }: XmlElement): string {
  return name.slice(name.indexOf(':') + 1)
}

function isElement(node: XmlNode): node is XmlElement {
  return typeof node !== 'string'
}

/** Children with these names, ignoring prefixes; all if no name is given. */
export function childrenOf(element: XmlElement, ...names: string[]): XmlElement[] {
  return element.children.filter(isElement).filter(one => names.length === 0 || names.includes(localName(one)))
}

export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return childrenOf(element, name)[0]
}

/** All descendants with these names, in order. */
export function elementsOf(element: XmlElement, ...names: string[]): XmlElement[] {
  const found: XmlElement[] = []
  const visit = (parent: XmlElement) => {
    for (const child of parent.children) {
      if (!isElement(child)) continue
      if (names.length === 0 || names.includes(localName(child))) found.push(child)
      visit(child)
    }
  }
  visit(element)
  return found
}

/** The nearest ancestor with that name. */
export function around(element: XmlElement, name: string): XmlElement | null {
  for (let parent = element.parent; parent; parent = parent.parent) if (localName(parent) === name) return parent
  return null
}

export function textOf(element: XmlElement): string {
  return element.children.map(child => (typeof child === 'string' ? child : textOf(child))).join('')
}

export function setText(element: XmlElement, text: string): void {
  element.children = text === '' ? [] : [text]
  // Otherwise spaces at both ends are lost.
  if (/^\s|\s$|\n/.test(text)) element.attributes['xml:space'] = 'preserve'
}

export function newElement(
  name: string,
  attributes: Record<string, string> = {},
  children: readonly XmlNode[] = [],
): XmlElement {
  const element: XmlElement = { name, attributes, children: [], parent: null }
  for (const child of children) append(element, child)
  return element
}

export function append(parent: XmlElement, child: XmlNode): void {
  if (isElement(child)) child.parent = parent
  parent.children.push(child)
}

export function copyOf(element: XmlElement): XmlElement {
  return newElement(
    element.name,
    { ...element.attributes },
    element.children.map(child => (typeof child === 'string' ? child : copyOf(child))),
  )
}

/** Replaces an element by others; without others it is removed. */
export function replaceWith(element: XmlElement, ...others: XmlNode[]): void {
  const { parent } = element
  if (!parent) return
  for (const other of others) if (isElement(other)) other.parent = parent
  parent.children.splice(parent.children.indexOf(element), 1, ...others)
  element.parent = null
}

export function removeNode(element: XmlElement): void {
  replaceWith(element)
}
