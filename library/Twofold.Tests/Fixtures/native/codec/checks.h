/* The parts of codec_checks. */
#ifndef CODEC_CHECKS_H
#define CODEC_CHECKS_H

void check_standard(void);
void check_words(void);
void check_numbers(void);
void check_writer(void);
void check_reader(void);
void check_memory(void);
void check_frames(void);
void check_structs(void);
void check_depth(void);

#endif
