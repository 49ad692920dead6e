// Draws the certificates of a bench folder with Balai's own code. Uses the same line protocol as tcpdf.php.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { createInterface } from 'node:readline'
import { drawEach } from '../../../electron/backend/features/certificate/issue/draw-issued.ts'
import { drawCertificates } from '../../../electron/backend/features/certificate-design/documents/certificate.ts'
import { manyCertificates } from './content.ts'

const [folder = '', count] = process.argv.slice(2)
const all = manyCertificates(Number(count), index => readFileSync(join(folder, `photo-${index}.jpg`)))
const options = { palette: 'berwarna', logo: null } as const

for await (const line of createInterface({ input: process.stdin })) {
  const [what, first, last, where] = line.trim().split(' ')
  const requests = all.slice(Number(first), Number(last))
  let bytes = 0
  const start = performance.now()
  if (what === 'first') {
    for (const request of requests) bytes += drawCertificates([request], options).bytes.length
  } else if (what === 'separate') {
    // As a real issue does it: one thread per core.
    const look = { ...options, paperSize: 'A4', design: null } as const
    for (const [index, drawn] of (await drawEach({ alone: false }, 'certificate', requests, look)).entries()) {
      bytes += drawn.length
      if (where) writeFileSync(join(where, `${index}.pdf`), drawn)
    }
  } else {
    const file = drawCertificates(requests, options).bytes
    bytes = file.length
    if (where) writeFileSync(where, file)
  }
  const milliseconds = performance.now() - start
  const megabytes = process.resourceUsage().maxRSS / 1024
  process.stdout.write(`${JSON.stringify({ milliseconds, bytes, megabytes })}\n`)
}
