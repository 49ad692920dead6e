// The page that checks certificates without a server: one HTML file with its style and script inside. The backend puts the keys and the
// reader of QR codes into it when it is exported.
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'

const root = join(import.meta.dirname, '..')
const source = join(root, 'renderer/checker')
const folder = join(root, 'out/checker')

export async function buildChecker(): Promise<void> {
  const built = await build({
    configFile: false,
    root: source,
    logLevel: 'warn',
    build: {
      write: false,
      minify: true,
      sourcemap: false,
      lib: { entry: join(source, 'checker.ts'), formats: ['iife'], name: 'balaiChecker' },
    },
  })
  const outputs = (Array.isArray(built) ? built : [built]).flatMap(one => ('output' in one ? one.output : []))
  const script = outputs.find(one => one.type === 'chunk')?.code
  if (outputs.length !== 1 || !script) throw new Error('the checker is not one script')
  // A script ends at the first '</script', wherever it stands.
  const parts = {
    '/*@balai-style@*/': readFileSync(join(source, 'checker.css'), 'utf8'),
    '/*@balai-script@*/': script.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--'),
  }
  let page = readFileSync(join(source, 'periksa.html'), 'utf8')
  for (const [mark, part] of Object.entries(parts)) {
    if (page.split(mark).length !== 2) throw new Error(`the page has no one place for ${mark}`)
    page = page.replace(mark, () => part)
  }
  mkdirSync(folder, { recursive: true })
  // Tests build it in parallel. Write to a temporary file and rename it, so that no test reads an unfinished page.
  const temporary = join(folder, `periksa.${process.pid}.tmp`)
  writeFileSync(temporary, page)
  renameSync(temporary, join(folder, 'periksa.html'))
}
