// Writes docs/roles.md out of the table of roles and the groups that the operations of the contract name: `npm run roles-docs`.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { contract } from '../shared/contract.ts'
import { accessMatrix, type OperationGroup, partsOf, reachOf } from '../shared/features/access/access-matrix.ts'
import { type Role, roleNames, roles } from '../shared/features/access/roles.ts'

const reachWords = { all: 'ya', own: 'kelasnya', acts: 'tanpa isi', mine: 'miliknya', masked: 'samaran' } as const

/** Every operation with its group, and what each role may do of it. */
export function operationRights(): {
  name: string
  label: string | null
  group: OperationGroup
  rights: Record<Role, string>
}[] {
  return Object.entries(contract).flatMap(([feature, operations]) =>
    Object.entries(operations).map(([name, operation]) => {
      const { group, label } = operation['~orpc'].meta
      const rights = roles.map(role => {
        const reach = reachOf([role], group)
        return [role, reach === null ? '–' : reachWords[reach]] as const
      })
      return { name: `${feature}.${name}`, label, group, rights: Object.fromEntries(rights) as Record<Role, string> }
    }),
  )
}

/** The page for people: what each role may do, and below it every operation of the program. */
export function rolesPage(): string {
  const operations = operationRights()
  const parts = Object.entries(accessMatrix).map(([row, { label }]) => {
    const inRow = operations.filter(({ group }) => partsOf(group)?.row === row)
    const lines = inRow.map(
      ({ name, label: words, group, rights }) =>
        `| \`${name}\` | ${words ?? 'melihat'} | ${partsOf(group)?.deed} | ${roles.map(role => rights[role]).join(' | ')} |`,
    )
    return `### ${label}\n\n${head('Operation', 'Label', 'Deed')}\n${lines.join('\n')}\n`
  })
  const named = (group: OperationGroup) =>
    operations.filter(operation => operation.group === group).map(({ name }) => `\`${name}\``)
  const cells = Object.values(accessMatrix).map(
    ({ label, cells: row }) => `| ${label} | ${roles.map(role => row[role].words).join(' | ')} |`,
  )
  return `# Roles

Written by \`npm run roles-docs\` out of \`shared/features/access/access-matrix.ts\` and the groups that the operations of the contract name. The
dispatcher refuses what is not allowed here; the page only hides or explains. "kelasnya": classes of the instructor alone; "samaran": without
names and numbers of people. A person may hold two roles, then the wider word holds.

${head('')}
${cells.join('\n')}

## Operations

Before anybody has signed in: ${named('open').join(', ')}.

For everybody who has signed in: ${named('everyone').join(', ')}.

${parts.join('\n')}`
}

function head(...first: string[]): string {
  const names = [...first, ...roles.map(role => roleNames[role])]
  return `| ${names.join(' | ')} |\n|${names.map(() => '---').join('|')}|`
}

if (import.meta.main) writeFileSync(join(import.meta.dirname, '../docs/roles.md'), rolesPage())
