import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { chooseDataFolder, defaultDataFolder, isNetworkFolder } from '../../electron/backend/data-folder.ts'

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

  test('a mount over another one counts', () => {
    const covered = '/dev/sda1 /srv ext4 rw 0 0\nserver:/srv /srv nfs rw 0 0'
    expect(isNetworkFolder('/srv/balai', 'linux', covered)).toBe(true)
  })
})

describe('choosing the data folder', () => {
  test('takes what is asked for, as an absolute path that need not exist', () => {
    expect(chooseDataFolder('data latihan')).toBe(join(process.cwd(), 'data latihan'))
  })

  test.skipIf(process.platform === 'win32')('refuses the network, also behind a link', () => {
    const around = realpathSync(mkdtempSync(join(tmpdir(), 'balai-')))
    const share = join(around, 'bagi')
    mkdirSync(share)
    symlinkSync(share, join(around, 'tautan'))
    const mounts = `/dev/sda1 / ext4 rw 0 0\nserver:/bagi ${share} nfs4 rw 0 0`

    const refused = join(around, 'tautan', 'belum ada')
    expect(() => chooseDataFolder(refused, mounts)).toThrow('network_folder')
    expect(chooseDataFolder(join(around, 'lokal'), mounts)).toBe(join(around, 'lokal'))
    rmSync(around, { recursive: true })
  })
})
