import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { operationRights, rolesPage } from '../../../build/roles-docs.ts'
import { reachOf, rolesWith } from '../../../shared/features/access/access-matrix.ts'
import { allRoles, roleConflict, roles } from '../../../shared/features/access/roles.ts'

test('docs/roles.md matches the contract', () => {
  const written = readFileSync(new URL('../../../docs/roles.md', import.meta.url), 'utf8')
  expect(written === rolesPage(), 'npm run roles-docs').toBe(true)
})

const rights = operationRights()
const rightOf = (name: string) => rights.find(operation => operation.name === name)?.rights

test('every operation is allowed to some role, and to a person working alone', () => {
  const nobody = rights.filter(({ group, rights: row }) => {
    const some = Object.values(row).some(word => word !== '–')
    return !some || reachOf(allRoles, group) !== 'all'
  })
  expect(nobody.map(({ name }) => name)).toEqual([])
})

test('Admin manages machines, not people: no operation about a trainee is allowed to Admin', () => {
  const about = /^(trainee|duplicate|rights|certificate|attendance|score|registration|import)\./
  const his = rights.filter(({ name, group, rights: row }) => {
    return about.test(name) && group !== 'open' && group !== 'everyone' && row.admin !== '–'
  })
  expect(his.map(({ name }) => name)).toEqual([])
})

test('money is separate from attendance, approval from proposal', () => {
  expect(rightOf('attendance.mark')).toMatchObject({ treasurer: '–', training: 'ya', instructor: 'kelasnya' })
  expect(rightOf('activity.saveSpending')).toMatchObject({ treasurer: 'ya', training: '–', admin: '–' })
  expect(rightOf('graduation.decide')).toMatchObject({ head: 'ya', training: '–', instructor: '–' })
  expect(rightOf('certificate.issue')).toMatchObject({ training: 'ya', desk: '–', head: '–', admin: '–' })
  expect(rightOf('trainee.get')).toMatchObject({ inspector: 'samaran', instructor: 'kelasnya', admin: '–' })
})

test('two roles give the wider right', () => {
  expect(reachOf(['instructor', 'desk'], 'trainee.see')).toBe('all')
  expect(reachOf(['instructor'], 'trainee.see')).toBe('own')
  expect(reachOf(['inspector'], 'trainee.see')).toBe('masked')
  expect(reachOf(['inspector'], 'trainee.change')).toBeNull()
  expect(reachOf([], 'everyone')).toBe('all')
  expect(rolesWith('restore.restore')).toEqual(['admin'])
})

test('roles that would audit themselves cannot be held by one person', () => {
  expect(roleConflict(['treasurer', 'training'])).toContain('Bendahara')
  expect(roleConflict(['inspector', 'head'])).toContain('Pemeriksa')
  expect(roleConflict(['desk', 'training', 'admin'])).toContain('dua peran')
  expect(roleConflict(['admin', 'training'])).toBeNull()
  expect(roleConflict(allRoles)).toBeNull()
  expect(roles.every(role => roleConflict([role]) === null)).toBe(true)
})
