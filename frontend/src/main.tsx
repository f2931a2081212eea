import '@mantine/core/styles.layer.css';
import '@fontsource-variable/inter';
import './ui/global.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App, loadAskedPage } from './app';
import { session } from './lib/browser-session';
import { startI18n } from './lib/i18n';
import { shareStyleNonce } from './lib/nonce';

shareStyleNonce();
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
if (session.expected) loadAskedPage();
await Promise.all([startI18n(), session.start()]);
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
