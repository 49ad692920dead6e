import { blockTitle } from '../../../../shared/features/certificate-design/block-title.ts'
import type { Design } from '../../../../shared/features/certificate-design/design.ts'
import type { LayoutProblem } from './documents/lay-out-design.ts'

/** 'Nama terlalu panjang untuk tempatnya.' */
export function formatProblem(problem: LayoutProblem, design: Design): string {
  const title = (key: string) => blockTitle(design.blocks.find(block => block.key === key) ?? key)
  switch (problem.code) {
    case 'outside':
      return `${title(problem.key)} terlalu dekat ke tepi kertas; pencetak tidak sampai 5 mm dari tepi.`
    case 'too_long':
      return `${title(problem.key)} terlalu panjang untuk tempatnya, juga pada huruf terkecil.`
    case 'overlap':
      return `${title(problem.key)} bertumpuk dengan ${title(problem.other)}.`
  }
}
