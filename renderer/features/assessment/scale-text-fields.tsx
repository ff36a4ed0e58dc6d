import { Accordion, Box, Group, Stack, Text } from '@mantine/core';
import { DIMENSIONS, type Dimension, type Round } from '#shared/model/round.ts';
import { useSpeech } from '../../ui/i18n.tsx';
import { languageName } from '../../ui/language-fields.tsx';
import { SavedText } from '../../ui/saved-text.tsx';

/** The anchor texts, to be worded for the company's own business, in each of the workspace's languages side by side. */
export function ScaleTextFields({
  round,
  languages,
  disabled,
  onChange,
}: {
  round: Round;
  languages: readonly string[];
  disabled: boolean;
  onChange: (texts: Round['scaleTexts']) => void;
}) {
  const { t } = useSpeech();
  const write = (dimension: Dimension, at: number, language: string, text: string) =>
    onChange({
      ...round.scaleTexts,
      [dimension]: round.scaleTexts[dimension].map((anchor, index) =>
        index === at ? { ...anchor, [language]: text } : anchor,
      ),
    });
  return (
    <div>
      <Text fw={500} size="sm">
        {t('round.scales')}
      </Text>
      <Text size="xs" c="dimmed" mb={6}>
        {t('round.scales.hint')}
      </Text>
      <Accordion variant="contained" chevronPosition="left">
        {DIMENSIONS.map((dimension) => (
          <Accordion.Item key={dimension} value={dimension}>
            <Accordion.Control>
              <Group gap="sm" align="baseline">
                <Text span size="sm" fw={500}>
                  {t(`dimension.${dimension}`)}
                </Text>
                <Text span size="xs" c="dimmed">
                  {t(`rating.ask.${dimension}`)}
                </Text>
              </Group>
            </Accordion.Control>
            <Accordion.Panel>
              <Stack gap={6}>
                {round.scaleTexts[dimension].map((anchor, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a level is its place
                  <Group key={at} gap="xs" wrap="nowrap" align="flex-start">
                    <Text size="sm" fw={700} w={16} pt={8}>
                      {at + 1}
                    </Text>
                    {languages.map((language) => (
                      <Box key={language} flex={1}>
                        <SavedText
                          multiline
                          minRows={1}
                          label={null}
                          ariaLabel={t('round.scales.level.in', {
                            dimension: t(`dimension.${dimension}`),
                            level: at + 1,
                            language: languageName(language),
                          })}
                          placeholder={languageName(language)}
                          lang={language}
                          value={anchor[language] ?? ''}
                          disabled={disabled}
                          onSave={(text) => write(dimension, at, language, text)}
                        />
                      </Box>
                    ))}
                  </Group>
                ))}
              </Stack>
            </Accordion.Panel>
          </Accordion.Item>
        ))}
      </Accordion>
    </div>
  );
}
