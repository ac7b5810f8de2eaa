import { useState } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Empty } from '#renderer/ui/empty.tsx';
import { ErrorPanel } from '#renderer/ui/error-panel.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { NetworkDot } from '#renderer/ui/network-dot.tsx';
import { Pack } from '#renderer/ui/pack.tsx';
import { PageHead } from '#renderer/ui/page-head.tsx';
import { PalettePanel } from '#renderer/ui/palette.tsx';
import { useToasts } from '#renderer/ui/toasts.tsx';
import { paletteGroups } from './palette-data.ts';
import { pack } from './today-data.tsx';
import { ScrollColumn } from '#renderer/ui/scroll-column.tsx';
import styles from './stories.module.css';

const nothing = () => undefined;

/** Search, errors, emptiness, no network, undo. */
export const StatesStory = () => {
  const { show } = useToasts();
  const [opened, setOpened] = useState(false);
  const [query, setQuery] = useState('1204');
  return (
    <>
      <PageHead title="Состояния" subtitle="поиск, ошибка, пусто, нет сети, отмена" />
      <ScrollColumn surface="panel" label="Состояния">
        <div className={styles.columns}>
          <div className={styles.stack}>
            <div className={styles.card}>
              <PalettePanel query={query} onQueryChange={setQuery} groups={paletteGroups(query)} onClose={nothing} />
            </div>
            <div className={styles.card}>
              <PalettePanel query="cxtn 1204" onQueryChange={nothing} groups={[]} onClose={nothing} />
            </div>
            <NetworkDot online={false}>без сети с 13:20 · исходящих 4</NetworkDot>
            <div className={styles.wrap}>
              <Button onClick={() => show({ text: 'Отправлено 3 комплекта. Письма уйдут через 10 с', undo: nothing })}>
                Показать сообщение
              </Button>
              <Button onClick={() => setOpened(true)}>Открыть вопрос</Button>
            </div>
          </div>
          <div className={styles.stack}>
            <ErrorPanel
              tone="blocks"
              title="Шаблон «Договор поставки» v7 не принят"
              incident="template.loopNotClosed 7f3a"
              actions={
                <Button size="s" variant="mend" keys="F4">
                  Открыть в Word
                </Button>
              }
            >
              Не закрыт цикл, стр. 2, абзац 14. Действует v6.
            </ErrorPanel>
            <ErrorPanel
              tone="goes-on"
              icon="printer-off"
              title="HP-2 не отвечает на листе 37"
              actions={
                <>
                  <Button size="s" variant="mend">
                    С листа 37
                  </Button>
                  <Button size="s">Другой принтер</Button>
                </>
              }
            >
              Напечатано 36, они отмечены. Очередь сохранена и переживёт перезапуск.
            </ErrorPanel>
            <div className={styles.pair}>
              <div className={styles.card}>
                <Empty picture={<Pack sheets={pack('Сg Дg Уg')} />} title="Всё подписано">
                  Последнее — сегодня в 11:20
                </Empty>
              </div>
              <Empty droppable picture={<Icon name="file-download" size="l" />} title="Перетащите сюда файл выписки">
                kl_to_1c.txt разбирается на этом компьютере и никуда не отправляется
              </Empty>
            </div>
          </div>
        </div>
      </ScrollColumn>
      <Dialog
        opened={opened}
        title="Пока вы правили заказ 1209, его изменил Петров"
        note="Ваша правка не потеряна. Остальные 11 полей совпали и уже сохранены."
        onClose={() => setOpened(false)}
        actions={[
          { id: 'save', label: 'Сохранить выбранное', keys: 'Ctrl+Enter', primary: true, run: () => setOpened(false) },
          { id: 'back', label: 'Вернуться', keys: 'Esc', quiet: true, run: () => setOpened(false) },
        ]}
      >
        Сумма: вы 545 000,00, Петров 560 000,00, было 540 000,00.
      </Dialog>
    </>
  );
};
