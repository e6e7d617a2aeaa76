#include "hop.h"

#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>

struct hop {
    pthread_t thread;
    pthread_mutex_t mutex;
    pthread_cond_t asked, answered;
    bool has_question, has_answer, is_ending;
};

static void *answer(void *argument)
{
    hop *h = argument;
    (void)pthread_mutex_lock(&h->mutex);
    for (;;) {
        while (!h->has_question && !h->is_ending)
            (void)pthread_cond_wait(&h->asked, &h->mutex);
        if (h->is_ending)
            break;
        h->has_question = false;
        h->has_answer = true;
        (void)pthread_cond_signal(&h->answered);
    }
    (void)pthread_mutex_unlock(&h->mutex);
    return NULL;
}

hop *hop_start(void)
{
    hop *h = calloc(1, sizeof *h);
    if (h == NULL)
        return NULL;
    (void)pthread_mutex_init(&h->mutex, NULL);
    (void)pthread_cond_init(&h->asked, NULL);
    (void)pthread_cond_init(&h->answered, NULL);
    if (pthread_create(&h->thread, NULL, answer, h) == 0)
        return h;
    free(h);
    return NULL;
}

void hop_call(hop *h)
{
    (void)pthread_mutex_lock(&h->mutex);
    h->has_question = true;
    (void)pthread_cond_signal(&h->asked);
    while (!h->has_answer)
        (void)pthread_cond_wait(&h->answered, &h->mutex);
    h->has_answer = false;
    (void)pthread_mutex_unlock(&h->mutex);
}

void hop_stop(hop *h)
{
    if (h == NULL)
        return;
    (void)pthread_mutex_lock(&h->mutex);
    h->is_ending = true;
    (void)pthread_cond_signal(&h->asked);
    (void)pthread_mutex_unlock(&h->mutex);
    (void)pthread_join(h->thread, NULL);
    (void)pthread_cond_destroy(&h->answered);
    (void)pthread_cond_destroy(&h->asked);
    (void)pthread_mutex_destroy(&h->mutex);
    free(h);
}
