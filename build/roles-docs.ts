// `npm run roles-docs`: writes docs/roles.md from the table of roles and the group of each operation.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { contract } from '../shared/contract.ts'
import {
  accessMatrix,
  type OperationGroup,
  partsOf,
  reachOf,
  rolesWith,
} from '../shared/features/access/access-matrix.ts'
import { type Role, roleNames, roles } from '../shared/features/access/roles.ts'
import {
  formatApprovers,
  type SecondPersonKey,
  type SecondPersonRule,
  secondPersonRules,
} from '../shared/features/access/second-person.ts'

const reachWords = { all: 'ya', own: 'kelasnya', acts: 'tanpa isi', mine: 'miliknya', masked: 'samaran' } as const

/** Every operation with its group, and what each role may do with it. */
export function operationRights(): {
  name: string
  label: string | null
  group: OperationGroup
  second: SecondPersonKey | undefined
  rights: Record<Role, string>
}[] {
  return Object.entries(contract).flatMap(([feature, operations]) =>
    Object.entries(operations).map(([name, operation]) => {
      const { group, label, second } = operation['~orpc'].meta as {
        group: OperationGroup
        label: string | null
        second?: SecondPersonKey
      }
      const rights = roles.map(role => {
        const reach = reachOf([role], group)
        return [role, reach === null ? '–' : reachWords[reach]] as const
      })
      return {
        name: `${feature}.${name}`,
        label,
        group,
        second,
        rights: Object.fromEntries(rights) as Record<Role, string>,
      }
    }),
  )
}

/** The page: what each role may do, then every operation of the program. */
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

## Second person

Never the one who asks, whatever the roles. Asked for with a reason and answered within seven days on the approver's Beranda, or at once by the
approver's own PIN or password at the same screen; the history names both. A centre with one account needs nobody.

| Act | Operation | Asked by | Agreed by | Where nobody else may |
|---|---|---|---|---|
${seconds(operations)}

## Operations

Before anybody has signed in: ${named('open').join(', ')}.

For everybody who has signed in: ${named('everyone').join(', ')}.

${parts.join('\n')}`
}

function seconds(operations: ReturnType<typeof operationRights>): string {
  return Object.entries(secondPersonRules)
    .map(([key, rule]: [string, SecondPersonRule]) => {
      const named = operations.filter(({ second }) => second === key).map(({ name }) => `\`${name}\``)
      const approvers = roles.filter(role => rolesWith(rule.group).includes(role)).map(role => rule.approvers([role]))
      const agreed = [...new Set(approvers.map(formatApprovers))].join('; for a Pengelola ')
      const waits = rule.waits > 0 ? `, carried out ${rule.waits} days later` : ''
      const asks = rolesWith(rule.group).map(role => roleNames[role])
      const alone = rule.aloneGoes ? 'a reason is enough' : 'it waits, and says whom to appoint'
      return `| ${rule.label} | ${named.join(', ')} | ${asks.join(', ')} | ${agreed}${waits} | ${alone} |`
    })
    .join('\n')
}

function head(...first: string[]): string {
  const names = [...first, ...roles.map(role => roleNames[role])]
  return `| ${names.join(' | ')} |\n|${names.map(() => '---').join('|')}|`
}

if (import.meta.main) writeFileSync(join(import.meta.dirname, '../docs/roles.md'), rolesPage())
