import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import type { GuidePage } from '../../renderer/app/guide/guide-book.ts'
import { type DomainErrorData, domainErrorMessage } from '../../shared/domain-error.ts'
import { readGuide, type WrittenPage } from './read-guide.ts'
import { readTerms } from './read-terms.ts'

const name = 'virtual:guide'

/** Adds the guide to the build as data, with its pictures: `import('virtual:guide')`. */
export function guidePlugin(root: string): Plugin {
  return {
    name: 'balai-guide',
    resolveId: id => (id === name ? `\0${name}` : undefined),
    load(id) {
      if (id !== `\0${name}`) return undefined
      const written = readGuide(root)
      for (const page of written) this.addWatchFile(join(root, 'guide', page.file))
      const files = written
        .flatMap(page => page.steps.flatMap(step => step.picture?.file ?? []))
        // A picture that was not taken yet is left out.
        .filter(file => existsSync(join(root, 'guide/gambar', file)))
      const imports = files.map(
        (file, index) => `import p${index} from ${JSON.stringify(`${join(root, 'guide/gambar', file)}?url`)}`,
      )
      const pictures = files.map((file, index) => `${JSON.stringify(file)}: p${index}`)
      const book = { pages: written.map(pageOf), terms: readTerms(root) }
      return `${imports.join('\n')}\nexport default { ...${JSON.stringify(book)}, pictures: { ${pictures.join(', ')} } }`
    },
  }
}

function pageOf({ file: _file, steps: _steps, ...page }: WrittenPage): GuidePage {
  return { ...page, errorTexts: errorTextsOf(page.errors) }
}

/** The texts of errors without their numbers and names; an error that makes no sense without them is left out. */
export function errorTextsOf(codes: readonly string[]): string[] {
  return codes.flatMap(code => {
    const anything: unknown = new Proxy({}, { get: (_, key) => (key === 'code' ? code : '…') })
    try {
      return [domainErrorMessage(anything as DomainErrorData)]
    } catch {
      return []
    }
  })
}
