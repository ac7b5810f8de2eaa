import './bridge/schemas-without-eval.ts';
import './theme/styles.ts';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createQueryClient } from './app/query-client.ts';
import { Root } from './app/root.tsx';
import { createAppRouter, historyFor } from './app/router.tsx';
import { createPageClient } from './bridge/create-page-client.ts';
import { adoptThemeStyleSheet } from './theme/css-variables.ts';

const container = document.getElementById('root');
if (!container) throw new Error('index.html lost its #root');

adoptThemeStyleSheet(document);
createRoot(container).render(
  <StrictMode>
    <Root
      client={createPageClient()}
      queryClient={createQueryClient()}
      router={createAppRouter(historyFor(location.protocol))}
    />
  </StrictMode>,
);
