// Draws the certificates of a bench folder with Typst. Uses the same line protocol as tcpdf.php. Where the compiler is not installed as a package,
// BALAI_TYPST names the folder of an installed @myriaddreamin/typst-ts-node-compiler.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { createInterface } from 'node:readline'
import { typstData } from './typst-data.ts'

type Compiler = {
  pdf: (what: { mainFilePath: string; inputs: Record<string, string> }, options: { pdfTags: boolean }) => Uint8Array
  mapShadow: (path: string, content: Buffer) => void
  evictCache: (age: number) => void
}

const [folder = '', packageFolder = ''] = process.argv.slice(2)
const { NodeCompiler } = createRequire(import.meta.url)(packageFolder) as {
  NodeCompiler: { create: (options: object) => Compiler }
}
const { data, certificates, files } = typstData(readFileSync(join(folder, 'data.json'), 'utf8'))
const faces = Object.values(data.faces)
writeFileSync(join(folder, 'typst-data.json'), JSON.stringify(data))
// One file per certificate: Typst would parse one big list again for every document and keep it in memory (gigabytes).
certificates.forEach((certificate, index) => {
  writeFileSync(join(folder, `typst-${index}.json`), JSON.stringify(certificate))
})
const compiler = NodeCompiler.create({
  workspace: folder,
  fontArgs: [{ fontPaths: faces.map(face => dirname(face.file)) }],
})
const main = join(folder, 'certificate.typ')
writeFileSync(main, readFileSync(new URL('./certificate.typ', import.meta.url)))
for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)

const make = (from: number, to: number) =>
  compiler.pdf({ mainFilePath: main, inputs: { from: String(from), to: String(to) } }, { pdfTags: false })

for await (const line of createInterface({ input: process.stdin })) {
  const [what, first, last, where] = line.trim().split(' ')
  const [from, to] = [Number(first), Number(last)]
  let bytes = 0
  const start = performance.now()
  if (what === 'separate') {
    for (let index = from; index < to; index += 1) {
      const content = make(index, index + 1)
      bytes += content.length
      if (where) writeFileSync(join(where, `${index - from}.pdf`), content)
      // As in a program that runs all day: keep what the files share, drop the rest.
      compiler.evictCache(10)
    }
  } else {
    const content = make(from, to)
    bytes = content.length
    if (where) writeFileSync(where, content)
  }
  const milliseconds = performance.now() - start
  // Empty the cache: otherwise the second run would be served from memory.
  compiler.evictCache(0)
  const megabytes = process.resourceUsage().maxRSS / 1024
  process.stdout.write(`${JSON.stringify({ milliseconds, bytes, megabytes })}\n`)
}
