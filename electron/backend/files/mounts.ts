import { readFileSync } from 'node:fs'

const networkFileSystems =
  /^(nfs\d*|cifs|smb\d*|smbfs|ncpfs|afs|coda|ceph|glusterfs|lustre|9p|davfs|fuse\.(sshfs|gvfsd-fuse|davfs2?|rclone|s3fs|glusterfs|ceph))$/

/**
 * Whether a folder is on another machine.
 * @param folder real path: absolute, links and mapped Windows drives resolved
 * @param mounts text of /proc/mounts; '' if there is none
 */
export function isNetworkFolder(folder: string, platform: NodeJS.Platform, mounts: string): boolean {
  if (platform === 'win32') {
    const path = folder.replaceAll('/', '\\')
    // \\server\share and \\?\UNC\server\share, but not \\?\C:\ or \\.\ which name local devices.
    return /^\\\\\?\\UNC\\/i.test(path) || /^\\\\[^\\?.]/.test(path)
  }
  return networkFileSystems.test(mountAt(folder, mounts).type)
}

/** The device of a folder; '' if the table does not say. */
export function mountAt(folder: string, mounts: string): { device: string; type: string } {
  let longest = { point: '', device: '', type: '' }
  for (const line of mounts.split('\n')) {
    const [device, escapedPoint, type] = line.split(' ')
    if (!device || !escapedPoint || !type) continue
    const point = escapedPoint.replace(/\\([0-7]{3})/g, (_, octal) => String.fromCharCode(Number.parseInt(octal, 8)))
    const contains = point === '/' || folder === point || folder.startsWith(`${point}/`)
    // A later mount on the same point hides the earlier one.
    if (contains && point.length >= longest.point.length) longest = { point, device, type }
  }
  return longest
}

export function mountTable(): string {
  try {
    return readFileSync('/proc/mounts', 'utf8')
  } catch {
    return ''
  }
}
