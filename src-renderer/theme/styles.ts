/** Order matters: the kit first, in its own cascade layer, then the font, then our desk. */
import '@mantine/core/styles.layer.css';
import '@fontsource-variable/golos-text/wght.css';
import './global.css';
