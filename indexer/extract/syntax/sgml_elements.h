// SPDX-License-Identifier: GPL-3.0-or-later
// Finds the known elements of a newswire record.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace newsindex {

enum class SgmlElement : std::uint8_t {
  id,
  title,
  date,
  byline,
  dateline,
  lead,
  text,
  body,
  topics,
  places,
  people,
  organisations,
  source,
  section,
  keywords,
  language,
  url,
  file,     // the time of sending, as AP writes it
  journal,  // title and issue of a magazine
  apart,
};
inline constexpr std::size_t kSgmlElements = 20;

// The content of an element: bytes [start, end) of the record. With its tags, the element is
// [outer_start, outer_end).
struct SgmlSpan {
  std::size_t outer_start = 0;
  std::size_t start = 0;
  std::size_t end = 0;
  std::size_t outer_end = 0;
};

class SgmlElements {
 public:
  // Finds the elements in one pass. `record` must outlive this object.
  explicit SgmlElements(std::string_view record);

  const std::vector<SgmlSpan>& spans(SgmlElement element) const {
    return spans_[static_cast<std::size_t>(element)];
  }

  // The raw content of the first element of this kind, or empty.
  std::string_view content(SgmlElement element) const;

  // The record's own tag: "REUTERS", and its attributes.
  std::string_view name() const { return name_; }
  std::string_view attributes() const { return attributes_; }

  std::string_view raw(const SgmlSpan& span) const {
    return record_.substr(span.start, span.end - span.start);
  }

  // The raw content of a span without the known elements inside it.
  std::string raw_without_elements(const SgmlSpan& span) const;

 private:
  std::string_view record_;
  std::string_view name_;
  std::string_view attributes_;
  std::array<std::vector<SgmlSpan>, kSgmlElements> spans_;
};

}  // namespace newsindex
