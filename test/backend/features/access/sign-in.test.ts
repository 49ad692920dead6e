import crypto from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { BackendClient } from '../../../../electron/backend/create-backend.ts'
import { Desk } from '../../../../electron/backend/desk.ts'
import type { HostServices } from '../../../../electron/backend/host-services.ts'
import { samplePassword } from '../../../../electron/backend/sample/sample-centre.ts'
import { silentHost } from '../../../../electron/cli/with-backend.ts'
import { recoveryCodeOf } from '../../../../shared/features/computer/recovery-code.ts'
import type { OperatorId } from '../../../../shared/ids.ts'
import { setUp } from '../../cohort-steps.ts'
import { domainErrorOf, type Fixture, inputProblems, openFixture, rejectedAs } from '../../fixture.ts'
import { addAccount, clientAt, password, signedIn } from '../../sign-in-steps.ts'

let fixture: Fixture
let desk: BackendClient
let wulan: OperatorId
let minutes = 0
beforeEach(async () => {
  minutes = 0
  fixture = openFixture({ today: '2024-12-10', ticks: () => minutes * 60_000 })
  await setUp(fixture)
  desk = clientAt(fixture, new Desk('Loket 1', silentHost))
  wulan = (await desk.access.status({})).accounts[0]?.id ?? failed()
})
afterEach(() => fixture.remove())

function failed(): never {
  throw new Error('nobody has an account')
}
const enter = (id = wulan, secret = samplePassword) => desk.access.signIn({ id, secret })
const saveYear = (client: BackendClient, year: number) => client.calendar.saveYear({ year, source: `SKB ${year}` })

describe('signing in', () => {
  test('before it only the state is answered; afterwards calls run in the name of the person at that desk', async () => {
    expect((await desk.session.status({})).operator).toBeNull()
    await rejectedAs(desk.trainee.list({ search: '', limit: 1, offset: 0 }), 'sign_in_needed')
    await rejectedAs(saveYear(desk, 2030), 'sign_in_needed')
    await rejectedAs(desk.session.takeSnapshot({}), 'sign_in_needed')
    await rejectedAs(desk.session.openPractice({}), 'sign_in_needed')
    await enter()
    await saveYear(desk, 2030)
    expect(await desk.session.status({})).toMatchObject({
      operator: { id: wulan, name: 'Wulan Sari' },
      mustChange: false,
    })
    expect(fixture.audit().at(-1)).toMatchObject({ operator: 'Wulan Sari', operation: 'calendar.saveYear' })
    expect((await desk.access.status({})).last).toBe(wulan)
  })

  test('one desk does not affect another', async () => {
    await enter()
    const other = clientAt(fixture, new Desk('Loket 2', silentHost))
    await rejectedAs(saveYear(other, 2030), 'sign_in_needed')
    expect((await other.session.status({})).operator).toBeNull()
  })

  test('a wrong password is counted for account and desk, in the database; from the third on both must wait', async () => {
    const dimas = await addAccount(fixture, 'Dimas Prakoso', ['desk'])
    expect(await domainErrorOf(enter(wulan, 'salah'))).toEqual({ code: 'secret_wrong', kind: 'PASSWORD', left: 2 })
    expect(await domainErrorOf(enter(wulan, 'salah'))).toMatchObject({ code: 'secret_wrong', left: 1 })
    expect(await domainErrorOf(enter(wulan, 'salah'))).toEqual({
      code: 'sign_in_waits',
      kind: 'PASSWORD',
      failures: 3,
      seconds: 5,
    })
    // The right password must wait too, at this desk for everybody and for this person at every desk, also after a restart.
    expect(await domainErrorOf(enter())).toMatchObject({ code: 'sign_in_waits', failures: 3 })
    expect(await domainErrorOf(enter(dimas, password))).toMatchObject({ code: 'sign_in_waits' })
    await fixture.reopen()
    const other = clientAt(fixture, new Desk('Loket 2', silentHost))
    await rejectedAs(other.access.signIn({ id: wulan, secret: samplePassword }), 'sign_in_waits')
    await other.access.signIn({ id: dimas, secret: password })
  })

  test.each([
    [3, 5],
    [4, 15],
    [5, 60],
    [6, 300],
    [7, 900],
    [8, 900],
  ])('after %i failures the wait is %i seconds; no account is ever blocked', async (failures, seconds) => {
    for (let n = 1; n <= failures; n += 1) {
      fixture.setToday('2024-12-10', `${String(8 + n).padStart(2, '0')}:00`)
      const error = await domainErrorOf(enter(wulan, 'salah'))
      if (n === failures) expect(error).toMatchObject({ code: 'sign_in_waits', failures, seconds })
    }
    fixture.setToday('2024-12-10', '23:00')
    await enter()
    // A success resets the count.
    expect(await domainErrorOf(enter(wulan, 'salah'))).toMatchObject({ code: 'secret_wrong', left: 2 })
  })

  test('an unknown name costs as much work as a known one', async () => {
    const hashes = vi.spyOn(crypto, 'scrypt')
    syncBuiltinESMExports()
    try {
      for (const id of [wulan, 999 as OperatorId]) {
        hashes.mockClear()
        await rejectedAs(enter(id, 'x'), 'secret_wrong')
        expect(hashes).toHaveBeenCalledOnce()
      }
    } finally {
      hashes.mockRestore()
      syncBuiltinESMExports()
    }
  })

  test('a person out of service, or past the last day, is told so at every desk at once', async () => {
    const dimas = await signedIn(fixture, 'Dimas Prakoso', ['desk'])
    await dimas.home.overview({})
    const { id } = (await fixture.client.access.people({})).find(({ name }) => name === 'Dimas Prakoso') ?? failed()
    await fixture.client.access.disable({ id })
    await rejectedAs(dimas.home.overview({}), 'sign_in_needed')
    expect(await domainErrorOf(enter(id, password))).toMatchObject({
      code: 'account_disabled',
      name: 'Dimas Prakoso',
      admins: ['Wulan Sari'],
    })
    await fixture.client.access.enable({ id })
    await enter(id, password)

    const anton = await addAccount(fixture, 'Anton Wibowo', ['inspector'])
    fixture.setToday('2031-01-02')
    expect(await domainErrorOf(enter(anton, password))).toMatchObject({ code: 'account_expired', until: '2030-12-31' })
  })

  test('a rule that is too weak names what to do', async () => {
    await enter()
    const change = (secret: string) =>
      desk.access.changeSecret({ current: samplePassword, next: { kind: 'PASSWORD', secret } })
    expect(await inputProblems(change('pendek'))).toEqual(['Sandi paling sedikit 12 huruf, sekarang 6.'])
    await rejectedAs(change(samplePassword), 'secret_unchanged')
    await change(password)
    await rejectedAs(enter(), 'secret_wrong')
    await enter(wulan, password)
  })
})

describe('a locked desk', () => {
  test('answers nothing until the same person or another one signs in', async () => {
    const dimas = await addAccount(fixture, 'Dimas Prakoso', ['desk'])
    await enter()
    await desk.access.lock({})
    expect((await desk.session.status({})).lockedAt).toBe('2024-12-10T08:00:00')
    await rejectedAs(desk.trainee.list({ search: '', limit: 1, offset: 0 }), 'desk_locked')
    await rejectedAs(saveYear(desk, 2030), 'desk_locked')
    await enter()
    await saveYear(desk, 2030)
    await desk.access.lock({})
    await enter(dimas, password)
    expect((await desk.session.status({})).operator?.name).toBe('Dimas Prakoso')
  })

  test('locks itself after fifteen minutes without a call, even if the page did not', async () => {
    await enter()
    minutes = 14
    await desk.home.overview({})
    minutes = 30
    await rejectedAs(desk.home.overview({}), 'desk_locked')
    expect((await desk.session.status({})).lockedAt).not.toBeNull()
  })

  test('the minutes until the lock are a rule of the centre', async () => {
    await enter()
    expect((await desk.access.status({})).lockAfter).toBe(5)
    const { rules } = await desk.centre.get({})
    await desk.centre.updateRules({ ...rules, lockAfter: 30 })
    expect((await desk.access.status({})).lockAfter).toBe(30)
    minutes = 35
    await desk.home.overview({})
    minutes = 80
    await rejectedAs(desk.home.overview({}), 'desk_locked')
    expect(await inputProblems(desk.centre.updateRules({ ...rules, lockAfter: 31 }))).toHaveLength(1)
  })

  test('in practice everybody has the password that the page names', async () => {
    const blank = openFixture()
    const guest = clientAt(blank, new Desk('Loket 1', silentHost))
    await guest.session.openPractice({})
    expect((await guest.session.status({})).operator?.name).toBe('Peserta latihan')
    await guest.access.confirm({ secret: samplePassword })
    await rejectedAs(guest.access.confirm({ secret: 'sandi yang lain' }), 'secret_wrong')
    blank.remove()
  })

  test('also locks the real centre during practice', async () => {
    await enter()
    await desk.session.openPractice({})
    expect(await desk.session.status({})).toMatchObject({
      operator: { name: 'Wulan Sari' },
      centre: { practice: true },
    })
    await desk.access.lock({})
    await desk.session.leavePractice({})
    await rejectedAs(desk.home.overview({}), 'desk_locked')
  })
})

describe('a PIN', () => {
  const encrypting: HostServices = {
    ...silentHost,
    keyProtection: {
      encrypt: bytes => Uint8Array.from(bytes, byte => byte ^ 7),
      decrypt: bytes => Uint8Array.from(bytes, byte => byte ^ 7),
    },
  }
  const next = { kind: 'PIN' as const, secret: '731904' }

  test('is offered only where the system can encrypt its pepper', async () => {
    await enter()
    expect((await desk.access.status({})).pins).toBe(false)
    await rejectedAs(desk.access.changeSecret({ current: samplePassword, next }), 'pin_not_here')
  })

  test('works only with the pepper of this PC: a copy of the folder elsewhere opens nothing', async () => {
    const office = openFixture({ host: encrypting })
    await setUp(office)
    const client = clientAt(office, new Desk('Loket 1', encrypting))
    const id = (await client.access.status({})).accounts[0]?.id ?? failed()
    await client.access.signIn({ id, secret: samplePassword })
    await client.access.changeSecret({ current: samplePassword, next })
    await client.access.signIn({ id, secret: next.secret })
    await office.backend.close()
    const copied = openFixture({ folder: `${office.folder}/..` })
    const elsewhere = clientAt(copied, new Desk('Loket 1', silentHost))
    await rejectedAs(elsewhere.access.signIn({ id, secret: next.secret }), 'secret_wrong')
    await copied.remove()
  })

  test.each([
    ['123456', 'PIN tidak boleh angka berurutan.'],
    ['222222', 'PIN tidak boleh enam angka yang sama.'],
    ['170845', 'PIN tidak boleh tanggal lahir. Pilih angka yang lain.'],
    ['12345', 'PIN terdiri atas 6 angka.'],
  ])('%s is refused with a message', async (secret, words) => {
    await enter()
    const change = desk.access.changeSecret({ current: samplePassword, next: { kind: 'PIN', secret } })
    expect(await inputProblems(change)).toEqual([words])
  })
})

describe('the first account', () => {
  test('is created by whoever opens data without any account, and only then', async () => {
    const bare = openFixture()
    const client = clientAt(bare, new Desk('PC utama', silentHost))
    const secret = { kind: 'PASSWORD' as const, secret: password }
    const { centre, officers } = await fixture.client.centre.get({})
    const { practice: _, hasLogo: __, logo, ...draft } = centre
    const { id: ___, role: ____, ...officer } = officers[0] ?? failed()
    await client.centre.setUp({ centre: draft, logo, officer, operator: 'Nita Kurnia' })
    expect(await client.session.status({})).toMatchObject({ operator: null, hasAccounts: false })
    const { id } = await client.access.makeFirst({ name: 'Nita Kurnia', secret })
    expect(await client.session.status({})).toMatchObject({ hasAccounts: true, operator: { id, name: 'Nita Kurnia' } })
    await rejectedAs(client.access.makeFirst({ name: 'Orang Lain', secret }), 'first_account_exists')
    await client.program.rooms({})
    expect(bare.audit().map(row => row.operator)).not.toContain('Belum masuk')
    await bare.remove()
  })
})

describe('the repeated password', () => {
  test('is required before irreversible acts, and is valid for five minutes', async () => {
    await enter()
    const rotate = () => desk.verification.rotate({ reason: 'Kunci lama bocor keluar.' })
    expect(await domainErrorOf(rotate())).toMatchObject({ code: 'confirm_needed' })
    await rejectedAs(desk.access.confirm({ secret: 'salah' }), 'secret_wrong')
    await rejectedAs(rotate(), 'confirm_needed')
    await desk.access.confirm({ secret: samplePassword })
    await rotate()
    minutes = 4
    await rotate()
    minutes = 6
    await rejectedAs(rotate(), 'confirm_needed')
  })
})

describe('the recovery sheet', () => {
  const code = recoveryCodeOf(Uint8Array.from({ length: 15 }, (_, index) => index))
  const bytes = () => Uint8Array.from({ length: 15 }, (_, index) => index)

  test('gives an Admin a one-time password, and is in the history; nobody else gets one, and no other code works', async () => {
    const dimas = await addAccount(fixture, 'Dimas Prakoso', ['desk'])
    await rejectedAs(desk.computer.resetAdmin({ id: wulan, code }), 'recovery_sheet_other')
    fixture.backend.workspace.dataKeys.keepSheet(bytes(), '2024-12-10T08:00:00')
    await rejectedAs(desk.computer.resetAdmin({ id: dimas, code }), 'sheet_resets_admins')
    const wrong = recoveryCodeOf(new Uint8Array(15))
    await rejectedAs(desk.computer.resetAdmin({ id: wulan, code: wrong }), 'recovery_sheet_other')
    const { secret } = await desk.computer.resetAdmin({ id: wulan, code: code.replaceAll('-', ' ') })
    await rejectedAs(enter(wulan, samplePassword), 'secret_wrong')
    await enter(wulan, secret)
    expect((await desk.session.status({})).mustChange).toBe(true)
    const rows = fixture.audit().filter(row => row.operation === 'computer.resetAdmin')
    expect(rows.map(row => JSON.parse(row.after ?? '{}').sheet)).toEqual([null, null, 1])
    expect(JSON.stringify(fixture.audit())).not.toContain(secret)
  })
})
