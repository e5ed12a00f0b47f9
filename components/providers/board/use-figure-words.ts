import { figureWords, type FigureWords } from '../../../lib/app/accounts/figure-words.ts';
import { board } from '../../../lib/i18n/board/board.ts';
import { useFormat, useText } from '../../state/locale.tsx';

export function useFigureWords(): FigureWords {
  return figureWords(useText(board), useFormat());
}
