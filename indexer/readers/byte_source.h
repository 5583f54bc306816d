// SPDX-License-Identifier: GPL-3.0-or-later
// Bytes as text: UTF-16 and UTF-32 come out as UTF-8, a byte order mark does not come out.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "indexer/extract/text/decoder.h"
#include "indexer/readers/bytes.h"

namespace newsindex {

// The encoding that an XML declaration at the start names, or empty.
std::string declared_charset(std::string_view start);

class ByteSource : public Bytes {
 public:
  // `raw` must outlive this.
  explicit ByteSource(Bytes& raw) : raw_(raw) {}

  bool read_block(std::string& to) override;

  // Whether what comes out is what went in, but for `mark_bytes()` in front.
  bool is_unchanged() const { return !decoder_; }
  std::size_t mark_bytes() const { return mark_bytes_; }

 private:
  bool read_raw(std::string& to);
  void start_decoding(std::string& first);

  Bytes& raw_;
  bool started_ = false;
  bool ended_ = false;
  std::size_t mark_bytes_ = 0;
  std::optional<Decoder> decoder_;
};

}  // namespace newsindex
