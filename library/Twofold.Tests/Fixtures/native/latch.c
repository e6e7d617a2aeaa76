#include "latch.h"

#include <time.h>

#define PATIENCE_S 20

#ifdef _WIN32

void latch_init(latch *latch)
{
    InitializeCriticalSection(&latch->lock);
    InitializeConditionVariable(&latch->changed);
    latch->count = 0;
}

void latch_free(latch *latch)
{
    DeleteCriticalSection(&latch->lock);
}

void latch_signal(latch *latch)
{
    EnterCriticalSection(&latch->lock);
    latch->count++;
    LeaveCriticalSection(&latch->lock);
    WakeAllConditionVariable(&latch->changed);
}

int latch_count(latch *latch)
{
    int count;
    EnterCriticalSection(&latch->lock);
    count = latch->count;
    LeaveCriticalSection(&latch->lock);
    return count;
}

bool latch_wait(latch *latch, int count)
{
    bool is_reached;
    EnterCriticalSection(&latch->lock);
    while (latch->count < count &&
           SleepConditionVariableCS(&latch->changed, &latch->lock, PATIENCE_S * 1000)) {
    }
    is_reached = latch->count >= count;
    LeaveCriticalSection(&latch->lock);
    return is_reached;
}

#else

void latch_init(latch *latch)
{
    pthread_mutex_init(&latch->lock, NULL);
    pthread_cond_init(&latch->changed, NULL);
    latch->count = 0;
}

void latch_free(latch *latch)
{
    pthread_cond_destroy(&latch->changed);
    pthread_mutex_destroy(&latch->lock);
}

void latch_signal(latch *latch)
{
    pthread_mutex_lock(&latch->lock);
    latch->count++;
    pthread_cond_broadcast(&latch->changed);
    pthread_mutex_unlock(&latch->lock);
}

int latch_count(latch *latch)
{
    int count;
    pthread_mutex_lock(&latch->lock);
    count = latch->count;
    pthread_mutex_unlock(&latch->lock);
    return count;
}

bool latch_wait(latch *latch, int count)
{
    struct timespec deadline;
    bool is_reached;
    timespec_get(&deadline, TIME_UTC);
    deadline.tv_sec += PATIENCE_S;
    pthread_mutex_lock(&latch->lock);
    while (latch->count < count && pthread_cond_timedwait(&latch->changed, &latch->lock, &deadline) == 0) {
    }
    is_reached = latch->count >= count;
    pthread_mutex_unlock(&latch->lock);
    return is_reached;
}

#endif
