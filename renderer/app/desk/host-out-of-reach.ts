/** What is told to who wants something that cannot wait. */
export class HostOutOfReach extends Error {
  constructor() {
    super('PC utama tidak terjangkau. Ini menunggu sampai tersambung lagi; yang sudah diketik tetap di sini.')
    this.name = 'HostOutOfReach'
  }
}
