// SPDX-License-Identifier: GPL-3.0-or-later
// Cuts text into tokens: finds where words begin and end, and the folded form that is indexed. The
// same code runs when an article is indexed and when a query is read; no other code may cut text
// into words.
//
// Words end where Unicode says (UAX #29; by ICU, with its dictionaries for Chinese, Japanese and
// Thai), are folded by NFKC_Casefold (UAX #15, #44) and lose their accents. In addition:
//   Japan's          japan
//   Côte d'Ivoire    cote ivoire
//   U.S. / US        us
//   1,234.5          1234.5
//   anti-missile     anti missile, + antimissile
//   O'Brien          o brien, + obrien
//   AT&T, S&P 500    at&t, s&p 500
//   qin@mfa.gov.cn   qin mfa gov cn
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
  std::uint32_t start;    // bytes [start, end) of the original text
  std::uint32_t end;
  std::uint32_t position;  // counts from 0; neighbours differ by 1
  bool joined;             // another spelling of the word that starts here
};

// The maximum length of a token in bytes of folded text. Longer tokens are dropped, because they
// are not words.
inline constexpr std::size_t kMaxTokenBytes = 64;

// Cuts text into tokens. Not thread-safe: use one per thread. Creating one is cheap; ICU is loaded
// with the first text that is not ASCII.
class Analyzer {
 public:
  Analyzer();
  ~Analyzer();
  Analyzer(Analyzer&&) noexcept;
  Analyzer& operator=(Analyzer&&) noexcept;

  // The tokens of valid UTF-8 text, in order of position (a joined token follows the first of its
  // parts). The span and its terms stay valid until the next call.
  std::span<const Token> analyze(std::string_view text);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// The tokens that are not joined, separated by single spaces: "U.N." -> "un", "Qin Gang" -> "qin
// gang". Names and whole values are indexed and compared in this form.
std::string folded_words(Analyzer& analyzer, std::string_view text);

}  // namespace newsindex
