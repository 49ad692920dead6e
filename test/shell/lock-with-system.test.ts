import { beforeEach, expect, test, vi } from 'vitest'
import { fixedClock } from '../../electron/backend/clock.ts'
import { Desk } from '../../electron/backend/desk.ts'
import { silentHost } from '../../electron/cli/with-backend.ts'
import type { OperatorId } from '../../shared/ids.ts'

const electron = await vi.hoisted(() => import('./electron-double.ts'))
vi.mock('electron', () => electron)
const { powerMonitor, WebContentsDouble } = electron

beforeEach(() => powerMonitor.removeAllListeners())

test.each(['lock-screen', 'suspend'])('%s locks the desk and tells the page', async event => {
  const { lockWithSystem } = await import('../../electron/shell/lock-with-system.ts')
  const desk = new Desk('PC utama', silentHost)
  desk.beginSession('data', {
    operatorId: 1 as OperatorId,
    name: 'Wulan Sari',
    since: '2024-12-10T08:00:00',
    mustChange: false,
    lastCall: 0,
  })
  const page = new WebContentsDouble()
  lockWithSystem(desk, fixedClock('2024-12-10'), () => page as never)
  expect(desk.sessionIn('data')?.lockedAt).toBeNull()
  powerMonitor.emit(event)
  expect(desk.sessionIn('data')?.lockedAt).toMatch(/^2024-12-10T/)
  expect(page.send).toHaveBeenCalledExactlyOnceWith('balai:locked')
})
