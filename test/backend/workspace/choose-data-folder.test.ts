import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isNetworkFolder } from '../../../electron/backend/files/mounts.ts'
import { chooseDataFolder, defaultDataFolder } from '../../../electron/backend/workspace/choose-data-folder.ts'
import { type PlaceMachine, placeProblem } from '../../../electron/backend/workspace/data-place.ts'

describe('the default data folder is local to this PC and this user', () => {
  test.each([
    ['win32', { LOCALAPPDATA: 'D:\\Lokal' }, 'C:\\Users\\wulan', 'D:\\Lokal\\Balai'],
    ['win32', {}, 'C:\\Users\\wulan', 'C:\\Users\\wulan\\AppData\\Local\\Balai'],
    ['linux', { XDG_DATA_HOME: '/data/wulan' }, '/home/wulan', '/data/wulan/balai'],
    ['linux', { XDG_DATA_HOME: '' }, '/home/wulan', '/home/wulan/.local/share/balai'],
    ['darwin', {}, '/Users/wulan', '/Users/wulan/Library/Application Support/Balai'],
  ] as const)('%s %o', (platform, environment, home, expected) => {
    expect(defaultDataFolder({ platform, environment, home })).toBe(expected)
  })
})

describe('a folder on the network is recognised', () => {
  test.each([
    ['\\\\server\\bagi\\Balai', true],
    ['//server/bagi/Balai', true],
    ['\\\\?\\UNC\\server\\bagi', true],
    ['\\\\wsl.localhost\\Debian\\home', true],
    ['C:\\Users\\wulan\\AppData\\Local\\Balai', false],
    ['\\\\?\\C:\\Users\\wulan', false],
    ['\\\\.\\C:\\Users\\wulan', false],
  ])('Windows: %s', (folder, expected) => {
    expect(isNetworkFolder(folder, 'win32', '')).toBe(expected)
  })

  const mounts = [
    '/dev/sda1 / ext4 rw,relatime 0 0',
    'server:/ekspor /mnt/kantor nfs4 rw 0 0',
    '//server/bagi /mnt/bagi\\040kantor cifs rw 0 0',
    'wulan@server: /home/wulan/jauh fuse.sshfs rw 0 0',
    'C:\\134 /mnt/c 9p rw 0 0',
    '/dev/sdb1 /mnt/kantor/lokal ext4 rw 0 0',
    '/dev/sdc1 /media/usb fuseblk rw 0 0',
  ].join('\n')

  test.each([
    ['/home/wulan/.local/share/balai', false],
    ['/mnt/kantor', true],
    ['/mnt/kantor/balai', true],
    ['/mnt/kantor/lokal/balai', false],
    ['/mnt/kantor2/balai', false],
    ['/mnt/bagi kantor/balai', true],
    ['/home/wulan/jauh/balai', true],
    ['/mnt/c/Users/wulan', true],
    ['/media/usb/balai', false],
  ])('Linux: %s', (folder, expected) => {
    expect(isNetworkFolder(folder, 'linux', mounts)).toBe(expected)
  })

  test('the last mount on the same path counts', () => {
    const covered = '/dev/sda1 /srv ext4 rw 0 0\nserver:/srv /srv nfs rw 0 0'
    expect(isNetworkFolder('/srv/balai', 'linux', covered)).toBe(true)
  })
})

const pc: PlaceMachine = {
  platform: 'win32',
  environment: {
    SystemDrive: 'C:',
    LOCALAPPDATA: 'C:\\Users\\wulan\\AppData\\Local',
    OneDriveCommercial: 'D:\\Kantor',
  },
  mounts: '',
  isRemovable: drive => drive === 'E:',
}

describe.skipIf(process.platform === 'win32')('a place unfit for data', () => {
  // Windows paths do not exist here, so no real drive is queried.
  test.each([
    ['\\\\server\\bagi\\Balai', 'network_folder'],
    ['C:\\Users\\wulan\\OneDrive\\Balai', 'cloud_folder'],
    ['C:\\Users\\wulan\\OneDrive - Dinas Tenaga Kerja\\Dokumen', 'cloud_folder'],
    ['d:\\kantor\\data', 'cloud_folder'],
    ['C:\\Users\\wulan\\Dropbox\\Balai', 'cloud_folder'],
    ['C:\\Users\\wulan\\Google Drive\\Balai', 'cloud_folder'],
    ['C:\\Users\\wulan\\AppData\\Local\\Programs\\Balai', 'program_folder'],
    ['c:\\users\\WULAN\\appdata\\local\\programs\\balai\\data', 'program_folder'],
    ['C:\\Users\\wulan\\AppData\\Local\\Programs\\Balai.lama', 'program_folder'],
    ['E:\\Balai', 'removable_folder'],
    ['C:\\Users\\wulan\\AppData\\Local\\Balai', undefined],
    ['C:\\Users\\wulan\\AppData\\Local\\Programs\\Balai Data', undefined],
    ['C:\\OneDriver\\Balai', undefined],
    ['D:\\Kantor Lama\\data', undefined],
    ['D:\\Data Balai', undefined],
  ])('%s: %s', (folder, code) => {
    expect(problemOnWindows(folder)).toBe(code)
  })

  test('only drives other than that of Windows are queried, because querying takes time', () => {
    const queried: string[] = []
    const machine = { ...pc, isRemovable: (drive: string) => queried.push(drive) > 0 }
    problemOnWindows('C:\\Users\\wulan\\AppData\\Local\\Balai', machine)
    problemOnWindows('d:\\Data', machine)
    expect(queried).toEqual(['D:'])
  })

  test('a stick on Linux', () => {
    const mounts = '/dev/sda1 / ext4 rw 0 0\n/dev/sdc1 /media/usb vfat rw 0 0\ntmpfs /dev/shm tmpfs rw 0 0'
    const machine: PlaceMachine = {
      ...pc,
      platform: 'linux',
      environment: {},
      mounts,
      isRemovable: d => d === '/dev/sdc1',
    }
    expect(placeProblem('/media/usb/balai', machine)?.code).toBe('removable_folder')
    expect(placeProblem('/media/usb2/balai', machine)).toBeNull()
    expect(placeProblem('/dev/shm/balai', machine)).toBeNull()
  })
})

function problemOnWindows(folder: string, machine = pc): string | undefined {
  return placeProblem(folder, machine)?.code
}

describe('choosing the data folder', () => {
  test('takes the given folder, as an absolute path that need not exist', () => {
    expect(chooseDataFolder('data latihan')).toBe(join(process.cwd(), 'data latihan'))
  })

  test.skipIf(process.platform === 'win32')('refuses a network folder, also behind a link', () => {
    const around = realpathSync(mkdtempSync(join(tmpdir(), 'balai-')))
    const share = join(around, 'bagi')
    mkdirSync(share)
    symlinkSync(share, join(around, 'tautan'))
    const mounts = `/dev/sda1 / ext4 rw 0 0\nserver:/bagi ${share} nfs4 rw 0 0`

    const refused = join(around, 'tautan', 'belum ada')
    const machine = { ...pc, platform: process.platform, mounts }
    expect(() => chooseDataFolder(refused, machine)).toThrow('network_folder')
    expect(chooseDataFolder(join(around, 'lokal'), machine)).toBe(join(around, 'lokal'))
    rmSync(around, { recursive: true })
  })
})
