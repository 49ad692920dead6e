import { guideChapters } from '../../renderer/app/guide/guide-book.ts'
import { readGuide } from './read-guide.ts'

/** The page in docs/ that links every page of the guide. */
export function guideIndex(root: string): string {
  const pages = readGuide(root)
  const parts = guideChapters.map(({ kind, title }) => {
    const lines = pages.filter(page => page.kind === kind).map(page => `- [${page.title}](../guide/${page.file})`)
    return `## ${title}\n\n${lines.join('\n')}\n`
  })
  return `# Panduan Balai\n\nThe guide for staff, in Indonesian, as the program shows it by F1. \`npm run guide\` writes this page and a PDF of all.\n\n${parts.join('\n')}`
}
