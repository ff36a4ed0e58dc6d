/**
 * Installers that are not made here, since their tools are fetched from GitHub: nsis, dmg and AppImage, by electron-builder
 * on a build server of each system, out of the folder that `npm run package -- app` leaves. See README, "Packages".
 */
const { version } = require('electron/package.json');
const fuses = require('./fuses.json');

module.exports = {
  appId: 'com.example.hearken',
  productName: 'Hearken',
  directories: { app: 'dist/app', output: 'dist/installers' },
  files: ['**/*'],
  icon: 'dist/icons/512.png',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: electron-builder fills it in.
  artifactName: 'hearken-${version}-${os}-${arch}.${ext}',
  asar: true,
  npmRebuild: false,
  publish: null,
  electronVersion: version,
  electronFuses: fuses,
  electronLanguages: ['en', 'en-US', 'ja'],
  fileAssociations: [
    { ext: 'hearken', name: 'Hearken workspace', mimeType: 'application/x-hearken', role: 'Editor' },
  ],
  win: { target: ['nsis'] },
  // For all who use the computer: a person cannot write the folder that it is installed to. Removing it leaves the data.
  nsis: { oneClick: false, perMachine: true, deleteAppDataOnUninstall: false },
  mac: { target: ['dmg'], category: 'public.app-category.business', hardenedRuntime: true },
  linux: { target: ['AppImage'], category: 'Office', executableName: 'hearken' },
};
