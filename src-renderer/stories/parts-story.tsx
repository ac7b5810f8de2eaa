import { useState } from 'react';
import { isoDate } from '#shared/kernel/date.ts';
import { Button } from '#renderer/ui/button.tsx';
import { DateField } from '#renderer/ui/date-field.tsx';
import { IconButton } from '#renderer/ui/icon-button.tsx';
import { JobLine } from '#renderer/ui/job-line.tsx';
import { Kbd } from '#renderer/ui/kbd.tsx';
import { LinkButton } from '#renderer/ui/link-button.tsx';
import { Money } from '#renderer/ui/money.tsx';
import { MoneyField } from '#renderer/ui/money-field.tsx';
import { Pack } from '#renderer/ui/pack.tsx';
import { PageHead } from '#renderer/ui/page-head.tsx';
import { PreflightList } from '#renderer/ui/preflight-list.tsx';
import { ProblemLine } from '#renderer/ui/problem-line.tsx';
import { Section } from '#renderer/ui/section.tsx';
import { SelectField } from '#renderer/ui/select-field.tsx';
import { Skeleton } from '#renderer/ui/skeleton.tsx';
import { StatusChip } from '#renderer/ui/status-chip.tsx';
import { Stepper } from '#renderer/ui/stepper.tsx';
import { TextField } from '#renderer/ui/text-field.tsx';
import { pack } from './today-data.tsx';
import { ScrollColumn } from '#renderer/ui/scroll-column.tsx';
import styles from './stories.module.css';

const nothing = () => undefined;

/** Small parts in every state. */
export const PartsStory = () => {
  const [text, setText] = useState('Гастроном на Площади');
  const [sum, setSum] = useState<string | null>('118500.00');
  const [date, setDate] = useState<string | null>('2026-11-20');
  const [medium, setMedium] = useState<string | null>('paper');
  return (
    <>
      <PageHead title="Детали" subtitle="каждая во всех состояниях" />
      <ScrollColumn surface="panel" label="Детали">
        <div className={styles.columns}>
          <div>
            <Section title="Стопка: нет, черновик, выпущен, подписан, у них, подшит, нельзя, устарел">
              <Pack sheets={pack('С- Сd Сi Сs Сo Сg С! Сr')} />
              <span className={styles.gap} />
              <Pack sheets={pack('Д- Дd Дi Дs Дo Дg Д! Дr')} />
            </Section>
            <Section title="Состояние документа">
              <div className={styles.wrap}>
                <StatusChip medium="scan" tone="waiting">
                  Отправлен, ждём 4 дня
                </StatusChip>
                <StatusChip medium="epd" tone="yours">
                  Ждёт вашего решения
                </StatusChip>
                <StatusChip medium="edo" tone="due">
                  Устарел
                </StatusChip>
                <StatusChip medium="scan" tone="impossible">
                  Не выпустить
                </StatusChip>
                <StatusChip medium="paper" tone="settled">
                  Оригинал у нас
                </StatusChip>
              </div>
            </Section>
            <Section title="Кнопки">
              <div className={styles.wrap}>
                <Button variant="primary" keys="Ctrl+Enter">
                  Выпустить 5 документов
                </Button>
                <Button icon="printer" keys="Ctrl+P">
                  Печать
                </Button>
                <Button variant="quiet" icon="file-text" keys="Ctrl+O">
                  Открыть в Word
                </Button>
                <Button variant="danger">Аннулировать</Button>
                <Button icon="send" disabledReason="Нечего: не выпущен">
                  Отправить
                </Button>
                <Button size="s" variant="mend">
                  Взять из карточки
                </Button>
                <IconButton icon="arrow-left" label="Назад" onClick={nothing} />
                <LinkButton onClick={nothing}>все 14 записей</LinkButton>
                <Kbd keys="Space" />
              </div>
            </Section>
            <Section title="Суммы">
              <div className={styles.wrap}>
                <Money value="118500.00" />
                <Money value={-120000n} />
                <Money value="98500.00" was="95000.00" />
                <Money value={null} />
                <Money value="1284310.50" withCurrency />
              </div>
            </Section>
            <Section title="Поля">
              <div className={styles.fields}>
                <TextField label="Название" value={text} onChange={setText} hint="из карточки, 12.01.2026" />
                <TextField
                  label="КПП"
                  value=""
                  onChange={nothing}
                  error="Нет КПП: счёт не выпустить"
                  placeholder="9 знаков"
                />
                <MoneyField label="Сумма" value={sum} onChange={setSum} />
                <DateField label="Оплатить до" value={date} onChange={setDate} today={isoDate('2026-11-20')} />
                <SelectField
                  label="Чем отправлять"
                  value={medium}
                  onChange={setMedium}
                  options={[
                    { value: 'paper', label: 'Бумага' },
                    { value: 'scan', label: 'Скан' },
                    { value: 'edo', label: 'ЭДО' },
                  ]}
                />
                <TextField label="Номер" value="1204" onChange={nothing} readOnly />
              </div>
            </Section>
          </div>
          <div>
            <Section title="Замечания">
              <div className={styles.stack}>
                <ProblemLine tone="blocks" mend={{ label: 'Взять из карточки', onClick: nothing }}>
                  Нет КПП покупателя: счёт и УПД не выпустить
                </ProblemLine>
                <ProblemLine tone="warns" whoCan="может бухгалтер">
                  Ставка НДС 20 % действовала до 2026 года
                </ProblemLine>
                <ProblemLine tone="mended">КПП взят из карточки</ProblemLine>
                <ProblemLine framed tone="blocks" mend={{ label: 'Указать', keys: 'F2', onClick: nothing }}>
                  Заявка: не указано время выгрузки
                </ProblemLine>
                <ProblemLine framed tone="warns">
                  Заказ изменён после выпуска
                </ProblemLine>
              </div>
            </Section>
            <PreflightList total={41} passed={41} problems={[]} />
            <PreflightList
              total={41}
              passed={40}
              problems={[
                { id: '1', tone: 'blocks', text: 'Договор не подписан', overridden: 'ГД: оригинал везёт курьер' },
              ]}
            />
            <Section title="Жизнь: отказ и аннулирование">
              <Stepper
                label="Жизнь договора"
                steps={[
                  { id: '1', label: 'Проверен', detail: '19.11 15:20', state: 'done' },
                  { id: '2', label: 'Согласован', detail: 'отклонил юрист', state: 'refused' },
                  { id: '3', label: 'Отправлен', state: 'annulled' },
                  { id: '4', label: 'Оригинал', state: 'future' },
                ]}
              />
            </Section>
            <Section title="Работа в нижней строке">
              <div className={styles.stack}>
                <JobLine
                  text="Выпускаю 143 из 549"
                  progress={{ done: 143, total: 549, failed: 12 }}
                  timeLeft="осталось 40 с"
                  onPause={nothing}
                  onShow={nothing}
                />
                <JobLine
                  text="Остановлено после перезапуска: 143 из 549"
                  progress={{ done: 143, total: 549, failed: 0 }}
                  onResume={nothing}
                />
                <JobLine icon="check" text="Выпущено 585 документов по 195 заказам" onShow={nothing} />
              </div>
            </Section>
            <Section title="Пока данных нет дольше 150 мс">
              <Skeleton lines={3} />
            </Section>
          </div>
        </div>
      </ScrollColumn>
    </>
  );
};
