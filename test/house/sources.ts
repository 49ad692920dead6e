import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'

export const root = resolve(import.meta.dirname, '../..')

/** Product files as paths from the root with forward slashes. */
export const sources = filesIn('shared/**/*.ts', 'electron/**/*.ts', 'renderer/**/*.{ts,tsx}')

/** Files besides the product that may use an export. */
export const users = filesIn('test/**/*.{ts,tsx}', 'build/**/*.ts')

export const styleSheets = filesIn('renderer/**/*.css')

function filesIn(...patterns: string[]): string[] {
  return globSync(patterns, { cwd: root })
    .map(slashed)
    .filter(file => !file.endsWith('.d.ts'))
}

function slashed(path: string): string {
  return path.split(sep).join('/')
}

export function textOf(file: string): string {
  return readFileSync(join(root, file), 'utf8')
}

/** The text without comments, so that a path or statement in a comment does not count. */
export function codeOf(file: string): string {
  return textOf(file).replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')
}

/** Every import, export-from and dynamic import of a file: packages by name, own files as paths from the root. */
export function importsOf(file: string): string[] {
  const pattern = /(?:\bfrom\s*|\bimport\s*\(?\s*)['"]([^'"]+)['"]/g
  return [...codeOf(file).matchAll(pattern)].map(match => resolved(file, match[1] ?? ''))
}

/** What a file loads when it starts: no types, and nothing that it imports later. */
export function loadedBy(file: string): string[] {
  const pattern = /^(?:import|export)\s+(?!type\s)(?:[^'"]*?\bfrom\s*)?['"]([^'"]+)['"]/gm
  return [...codeOf(file).matchAll(pattern)].map(match => resolved(file, match[1] ?? ''))
}

function resolved(file: string, target: string): string {
  return target.startsWith('.') ? slashed(relative(root, resolve(root, dirname(file), target))) : target
}

/** Product file → the own files that it imports. */
export const graph = new Map(
  sources.map(file => [file, importsOf(file).filter(target => /^(shared|electron|renderer)\//.test(target))]),
)

/** Groups of files that import each other in a circle, each group sorted. Files outside of any circle are left out. */
export function circles(edges: ReadonlyMap<string, readonly string[]>): string[][] {
  const index = new Map<string, number>()
  const low = new Map<string, number>()
  const stack: string[] = []
  const open = new Set<string>()
  const found: string[][] = []
  const visit = (node: string) => {
    index.set(node, index.size)
    low.set(node, index.get(node) ?? 0)
    stack.push(node)
    open.add(node)
    for (const next of edges.get(node) ?? []) {
      if (!index.has(next)) visit(next)
      if (open.has(next)) low.set(node, Math.min(low.get(node) ?? 0, low.get(next) ?? 0))
    }
    if (low.get(node) !== index.get(node)) return
    const group = stack.splice(stack.indexOf(node))
    for (const member of group) open.delete(member)
    if (group.length > 1) found.push(group.sort())
  }
  for (const node of edges.keys()) if (!index.has(node)) visit(node)
  return found
}
