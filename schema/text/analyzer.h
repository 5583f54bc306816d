// SPDX-License-Identifier: GPL-3.0-or-later
// Text to tokens: where words begin and end, and the folded form that is indexed. The same code
// runs when an article is indexed and when a query is read; nothing else may cut text into words.
//
// Words end where Unicode says (UAX #29, by ICU, with its dictionaries for Chinese, Japanese and
// Thai), are folded by NFKC_Casefold (UAX #15, #44) and lose their accents. On top of that:
//   Japan's        japan                       hyphenated anti-missile   anti missile, +
//   antimissile Côte d'Ivoire  cote ivoire                 O'Brien                   o brien, +
//   obrien U.S. / US      us                          AT&T, S&P 500             at&t, s&p 500
//   1,234.5        1234.5                      qin@mfa.gov.cn            qin mfa gov cn
// A word marked + is `joined`: another spelling, at the position of the first of its parts.
// Runs of ASCII take a fast path that gives the same tokens.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace newsindex {

struct Token {
  std::string_view term;  // folded, not stemmed; valid until the next call of analyze
  std::uint32_t start;    // bytes of the text it came from: [start, end)
  std::uint32_t end;
  std::uint32_t position;  // counts from 0; neighbours differ by 1
  bool joined;             // a second spelling of the word that starts here
};

// The longest token in bytes of folded text; longer ones are dropped, they are not words.
inline constexpr std::size_t kMaxTokenBytes = 64;

// Cuts text into tokens. Not thread-safe: one a thread. Creating one costs nothing; ICU is loaded
// when the first text that is not ASCII comes.
class Analyzer {
 public:
  Analyzer();
  ~Analyzer();
  Analyzer(Analyzer&&) noexcept;
  Analyzer& operator=(Analyzer&&) noexcept;

  // The tokens of valid UTF-8 text, in order of position (a joined token follows the first of its
  // parts). The span and the terms in it stay valid until the next call.
  std::span<const Token> analyze(std::string_view text);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// The tokens that are not joined, with one space between them: "U.N." -> "un", "Qin Gang" -> "qin
// gang". The form in which names and whole values are indexed and compared.
std::string folded_words(Analyzer& analyzer, std::string_view text);

}  // namespace newsindex
