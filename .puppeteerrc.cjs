// The embedded browser serves this checkout on Linux x64, so Puppeteer's own download is not wanted there.
const embedded = process.platform === 'linux' && process.arch === 'x64';
module.exports = { skipDownload: embedded };
