import './theme/styles.ts';
import { createRoot } from 'react-dom/client';
import { Stories } from './stories/stories.tsx';
import { adoptThemeStyleSheet } from './theme/css-variables.ts';

const container = document.getElementById('root');
if (!container) throw new Error('stories.html lost its #root');

adoptThemeStyleSheet(document);
createRoot(container).render(<Stories story={new URLSearchParams(location.search).get('story') ?? 'today'} />);
